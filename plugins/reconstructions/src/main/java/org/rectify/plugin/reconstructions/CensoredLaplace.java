package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The negative log-likelihood of a Laplace variable around the pre-activation that is seen as 0 wherever it is negative
 * (item 43).
 *
 * <p>For a target above 0 the cost is log 2s + |t - o| / s; for a target of 0 it is -log(1 - exp(o / s) / 2) where o is
 * negative and log 2 + o / s where it is not.
 *
 * @param scale s, the same for all units
 */
record CensoredLaplace(double scale) implements UnsignedTargets {

    /** The variable's width. */
    record Options(
            @Describe(
                    value =
                            "The mean distance of the variable from its middle, in the unit of the codes; their standard"
                                    + " deviation is a good choice.",
                    defaultsTo = "1",
                    range = "[0.001, inf)",
                    source = "item 43")
            double scale) {

        Options {
            Require.in("scale", scale, "[0.001, inf)");
        }
    }

    CensoredLaplace(Options options) {
        this(options.scale());
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
            return Math.log(2 * scale) + Math.abs(z - target) / scale;
        }
        return z < 0 ? -Math.log1p(-Math.exp(z / scale) / 2) : Math.log(2) + z / scale;
    }

    @Override
    public double derivative(double z, double target) {
        if (target > 0) {
            return Math.signum(z - target) / scale;
        }
        double half = Math.exp(Math.min(0, z) / scale) / 2;
        return half / (1 - half) / scale;
    }
}
