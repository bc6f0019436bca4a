package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The firing rate of a leaky integrate-and-fire neuron for a constant input current (paper, section 2.1; item 8).
 *
 * <p>Above the threshold, where {@code E + R z > V_th}, the rate is {@code 1 / (tau log((E + R z - V_r) / (E + R z - V_th)) +
 * t_ref)}; below it is 0. The curve leaves the threshold vertically.
 *
 * @param timeConstant tau
 * @param refractoryPeriod t_ref
 * @param resistance R
 * @param initialExcess E - V_th: how far the membrane lies above the threshold without input
 * @param restingDepth V_th - V_r: how far rest lies below the threshold
 */
record LeakyIntegrateAndFire(
        double timeConstant, double refractoryPeriod, double resistance, double initialExcess, double restingDepth)
        implements ElementwiseActivation {

    /** The neuron's constants; the defaults are those of the authors' own experiments. */
    record Options(
            @Describe(
                    value = "The time constant of the membrane, tau.",
                    defaultsTo = "7.5",
                    range = "(0, inf)",
                    source = "section 2.1, item 8")
            double timeConstant,

            @Describe(
                    value =
                            "The time after a spike without another, t_ref, in the unit of tau; its inverse bounds the rate.",
                    defaultsTo = "1",
                    range = "[0, inf)",
                    source = "section 2.1, item 8")
            double refractoryPeriod,

            @Describe(
                    value = "The potential of the membrane without input, E.",
                    defaultsTo = "0",
                    range = "(-inf, inf)",
                    source = "section 2.1, item 8")
            double membranePotential,

            @Describe(
                    value = "The membrane's resistance, R: potential for each unit of the pre-activation.",
                    defaultsTo = "0.5",
                    range = "(0, inf)",
                    source = "section 2.1, item 8")
            double membraneResistance,

            @Describe(
                    value = "The potential at rest, V_r, from which every spike starts; below the threshold.",
                    defaultsTo = "-0.025",
                    range = "(-inf, inf)",
                    source = "section 2.1, item 8")
            double restingPotential,

            @Describe(
                    value = "The potential at which a spike is fired, V_th.",
                    defaultsTo = "0",
                    range = "(-inf, inf)",
                    source = "section 2.1, item 8")
            double thresholdPotential) {

        Options {
            Require.in("time-constant", timeConstant, "(0, inf)");
            Require.in("refractory-period", refractoryPeriod, "[0, inf)");
            Require.in("membrane-potential", membranePotential, "(-inf, inf)");
            Require.in("membrane-resistance", membraneResistance, "(0, inf)");
            Require.in("resting-potential", restingPotential, "(-inf, inf)");
            Require.in("threshold-potential", thresholdPotential, "(-inf, inf)");
            Require.that(
                    thresholdPotential > restingPotential,
                    "threshold-potential",
                    thresholdPotential,
                    "above resting-potential = " + restingPotential);
        }
    }

    LeakyIntegrateAndFire(Options options) {
        this(
                options.timeConstant(),
                options.refractoryPeriod(),
                options.membraneResistance(),
                options.membranePotential() - options.thresholdPotential(),
                options.thresholdPotential() - options.restingPotential());
    }

    @Override
    public double value(double z) {
        double excess = initialExcess + resistance * z;
        return excess <= 0 ? 0 : 1 / (timeConstant * Math.log1p(restingDepth / excess) + refractoryPeriod);
    }

    /** Held below the largest float, which it would leave just above the threshold. */
    @Override
    public double derivative(double z, double a) {
        if (a == 0) {
            return 0;
        }
        double excess = initialExcess + resistance * z;
        double slope = a * a * timeConstant * resistance * (restingDepth / excess) / (excess + restingDepth);
        return Math.min(slope, Float.MAX_VALUE);
    }

    @Override
    public OutputRange range() {
        return new OutputRange(0, 1 / refractoryPeriod);
    }

    @Override
    public boolean silentAtZero() {
        return true;
    }
}
