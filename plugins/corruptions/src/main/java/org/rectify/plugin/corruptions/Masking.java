package org.rectify.plugin.corruptions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/**
 * Masking noise: each component becomes 0 with one probability, by itself; the others stay as they are, without rescaling
 * (paper, section 3.2; item 34).
 *
 * <p>Masking a zero changes nothing, so that only components that are not zero are drawn for: the result has the same
 * distribution, and a sparse code costs what its active units cost.
 *
 * @param rate the probability
 */
record Masking(double rate) implements ElementwiseCorruption {

    /** How much is masked. */
    record Options(
            @Describe(
                    value = "The probability with which a component is set to 0.",
                    defaultsTo = "0.25",
                    range = "[0, 1]",
                    source = "section 4.1, item 34")
            double rate) {

        Options {
            Require.in("rate", rate, "[0, 1]");
        }
    }

    Masking(Options options) {
        this(options.rate());
    }

    @Override
    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        System.arraycopy(clean, from, corrupted, from, to - from);
        if (rate > 0) {
            NonZeros.zeroSome(clean, from, to, rate, corrupted, random);
        }
    }

    @Override
    public OutputRange range(OutputRange clean) {
        return rate == 0 ? clean : clean.including(0);
    }
}
