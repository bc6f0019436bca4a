package org.rectify.plugin.corruptions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/**
 * Normal noise of mean 0, added to each component, zeros too (item 36).
 *
 * @param deviation the standard deviation, in the unit of the input
 */
record Gaussian(double deviation) implements ElementwiseCorruption {

    /** How much noise. */
    record Options(
            @Describe(
                    value = "The standard deviation of the noise, in the unit of the input.",
                    range = "[0, inf)",
                    source = "item 36")
            double deviation) {

        Options {
            Require.in("deviation", deviation, "[0, inf)");
        }
    }

    Gaussian(Options options) {
        this(options.deviation());
    }

    @Override
    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        for (int i = from; i < to; i++) {
            corrupted[i] = (float) (clean[i] + deviation * random.nextGaussian());
        }
    }

    @Override
    public OutputRange range(OutputRange clean) {
        return deviation == 0 ? clean : OutputRange.REAL;
    }
}
