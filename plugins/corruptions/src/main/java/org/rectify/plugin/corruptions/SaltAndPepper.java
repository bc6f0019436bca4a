package org.rectify.plugin.corruptions;

import java.util.Optional;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/**
 * Noise for binary inputs: each one becomes 0 with one probability and each zero becomes 1 with another, all
 * independent (paper, section 4.2; item 35).
 *
 * <p>Any value but zero counts as a one. The zeros to set are found by jumping: the number of places up to the next one
 * is drawn from the geometric distribution, which gives the same distribution as one draw for each place, and costs
 * what the few places cost that are hit.
 *
 * @param zeroingRate the probability with which a one becomes 0
 * @param settingRate the probability with which a zero becomes 1
 */
record SaltAndPepper(double zeroingRate, double settingRate) implements ElementwiseCorruption {

    private static final double AUTHORS_SETTING_RATE = 0.005;

    /** The two rates, the second of them perhaps by way of the density. */
    record Options(
            @Describe(
                    value = "The probability with which a one becomes 0.",
                    defaultsTo = "0.8",
                    range = "[0, 1]",
                    source = "section 4.2, item 35")
            double zeroingRate,

            @Describe(
                    value = "The probability with which a zero becomes 1; 0.005 unless density is given.",
                    range = "[0, 1]",
                    source = "section 4.2, item 35")
            Optional<Double> settingRate,

            @Describe(
                    value =
                            "The fraction of ones in the input, in place of setting-rate, which becomes zeroing-rate * density"
                                    + " / (1 - density): as many ones are expected after the corruption as before.",
                    range = "[0, 1)",
                    source = "item 35")
            Optional<Double> density) {

        Options {
            Require.in("zeroing-rate", zeroingRate, "[0, 1]");
            settingRate.ifPresent(rate -> Require.in("setting-rate", rate, "[0, 1]"));
            density.ifPresent(fraction -> requireKept(fraction, zeroingRate, settingRate));
        }

        private static void requireKept(double density, double zeroingRate, Optional<Double> settingRate) {
            Require.in("density", density, "[0, 1)");
            Require.that(
                    settingRate.isEmpty(),
                    "density",
                    density,
                    "left out where setting-rate is given, or given in its place");
            Require.that(
                    preservingRate(zeroingRate, density) <= 1,
                    "density",
                    density,
                    "at most " + 1 / (1 + zeroingRate) + " for zeroing-rate = " + zeroingRate
                            + ": there are too few zeros to make up for the ones");
        }
    }

    SaltAndPepper(Options options) {
        this(
                options.zeroingRate(),
                options.density()
                        .map(density -> preservingRate(options.zeroingRate(), density))
                        .or(options::settingRate)
                        .orElse(AUTHORS_SETTING_RATE));
    }

    /** As many zeros set as ones are zeroed, in expectation. */
    private static double preservingRate(double zeroingRate, double density) {
        return zeroingRate * density / (1 - density);
    }

    @Override
    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        System.arraycopy(clean, from, corrupted, from, to - from);
        if (zeroingRate > 0) {
            NonZeros.zeroSome(clean, from, to, zeroingRate, corrupted, random);
        }
        if (settingRate > 0) {
            setSome(clean, from, to, corrupted, random);
        }
    }

    /** Hits places of either kind and passes over the ones. */
    private void setSome(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        double logOfMissing = Math.log1p(-settingRate);
        int place = from + jump(random, logOfMissing, to - from);
        while (place < to) {
            if (clean[place] == 0) {
                corrupted[place] = 1;
            }
            place += 1 + jump(random, logOfMissing, to - place - 1);
        }
    }

    /**
     * How many places are missed before the next hit, at most {@code limit}: misses are at least n with probability (1
     * - rate)^n.
     */
    private static int jump(RandomStream random, double logOfMissing, int limit) {
        return (int) Math.min(limit, Math.log(1 - random.nextDouble()) / logOfMissing);
    }

    @Override
    public OutputRange range(OutputRange clean) {
        OutputRange zeroed = zeroingRate == 0 ? clean : clean.including(0);
        return settingRate == 0 || !clean.contains(0) ? zeroed : zeroed.including(1);
    }
}
