package org.rectify.plugin.reconstructions;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The negative log-likelihood of a normal variable around the pre-activation that is seen as 0 wherever it is negative
 * (item 43).
 *
 * <p>For a target above 0 the cost is log(sqrt(2 pi) s) + (t - o)&sup2; / 2s&sup2;; for a target of 0 it is -log(erfc(o
 * / (s sqrt 2)) / 2).
 *
 * @param deviation s, the same for all units
 */
record CensoredGaussian(double deviation) implements UnsignedTargets {

    private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;
    private static final double ROOT_TWO_OVER_PI = 0.7978845608028654;

    /** The variable's width. */
    record Options(
            @Describe(
                    value =
                            "The standard deviation of the variable, in the unit of the codes; that of the codes is a good"
                                    + " choice.",
                    defaultsTo = "1",
                    range = "[0.001, inf)",
                    source = "item 43")
            double deviation) {

        Options {
            Require.in("deviation", deviation, "[0.001, inf)");
        }
    }

    CensoredGaussian(Options options) {
        this(options.deviation());
    }

    @Override
    public OutputRange targets() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public double decode(double z) {
        return Math.max(0, z);
    }

    @Override
    public double cost(double z, double target) {
        if (target > 0) {
            double error = (z - target) / deviation;
            return LOG_ROOT_TWO_PI + Math.log(deviation) + error * error / 2;
        }
        double x = z / (deviation * Math.sqrt(2));
        return x < 0 ? -Math.log1p(-Erfc.value(-x) / 2) : x * x - Math.log(Erfcx.value(x) / 2);
    }

    @Override
    public double derivative(double z, double target) {
        if (target > 0) {
            return (z - target) / (deviation * deviation);
        }
        return ROOT_TWO_OVER_PI / (deviation * Erfcx.value(z / (deviation * Math.sqrt(2))));
    }
}
