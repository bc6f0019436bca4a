package org.rectify.plugin.activations;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.activation.FunctionActivationFactory;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.NoOptions;

/** Activations to compare with, which the authors tried and the paper does not report (item 12). */
final class Comparisons {

    private static final String SOURCE = "item 12";
    private static final double TANH_HEIGHT = 1.759;
    private static final double TANH_SLOPE = 0.6666;

    private Comparisons() {}

    static List<ActivationFactory<?>> all() {
        return List.of(
                identity(),
                absoluteValue(),
                softsign(),
                absoluteSoftsign(),
                scaledTanh(),
                rectifiedTanh(),
                clippedLinear(),
                arsinh(),
                logAbsolute());
    }

    private static NamedActivation<NoOptions> identity() {
        return NamedActivation.of("identity", "The pre-activation itself, z: a linear layer.", SOURCE, new Identity())
                .aliases("linear");
    }

    private static FunctionActivationFactory absoluteValue() {
        return Activations.elementwise("absolute-value", Math::abs, (z, a) -> Math.signum(z))
                .summary("The magnitude |z|, with derivative 0 at 0.")
                .source(SOURCE)
                .ranging(OutputRange.NON_NEGATIVE)
                .silentAtZero();
    }

    private static FunctionActivationFactory softsign() {
        return Activations.elementwise("softsign", Comparisons::softsign, (z, a) -> softsignSlope(z))
                .summary("z / (1 + |z|), which approaches -1 and 1 more slowly than tanh.")
                .source(SOURCE)
                .ranging(OutputRange.SIGNED_UNIT_INTERVAL);
    }

    private static FunctionActivationFactory absoluteSoftsign() {
        return Activations.elementwise(
                        "absolute-softsign", z -> Math.abs(softsign(z)), (z, a) -> Math.signum(z) * softsignSlope(z))
                .summary("|z| / (1 + |z|), with derivative 0 at 0.")
                .source(SOURCE)
                .ranging(OutputRange.UNIT_INTERVAL)
                .silentAtZero();
    }

    private static FunctionActivationFactory scaledTanh() {
        return Activations.elementwise(
                        "scaled-tanh",
                        z -> TANH_HEIGHT * HyperbolicTangent.of(TANH_SLOPE * z),
                        (z, a) -> TANH_SLOPE / TANH_HEIGHT * (TANH_HEIGHT - a) * (TANH_HEIGHT + a))
                .summary("1.759 tanh(0.6666 z), close to 1 where z is 1.")
                .source(SOURCE)
                .ranging(new OutputRange(-TANH_HEIGHT, TANH_HEIGHT));
    }

    private static FunctionActivationFactory rectifiedTanh() {
        return Activations.elementwise(
                        "rectified-tanh",
                        z -> HyperbolicTangent.of(Math.max(0, z)),
                        (z, a) -> z > 0 ? (1 - a) * (1 + a) : 0)
                .summary("max(0, tanh z), with derivative 0 at 0.")
                .source(SOURCE)
                .ranging(OutputRange.UNIT_INTERVAL)
                .silentAtZero();
    }

    private static FunctionActivationFactory clippedLinear() {
        return Activations.elementwise(
                        "clipped-linear", z -> Math.max(-1, Math.min(1, z)), (z, a) -> Math.abs(z) < 1 ? 1 : 0)
                .summary("z held between -1 and 1, with derivative 0 from there on.")
                .source(SOURCE)
                .ranging(OutputRange.SIGNED_UNIT_INTERVAL);
    }

    private static FunctionActivationFactory arsinh() {
        return Activations.elementwise("arsinh", Comparisons::arsinh, (z, a) -> 1 / Math.sqrt(1 + z * z))
                .summary("The inverse hyperbolic sine, which grows as a logarithm on both sides.")
                .source(SOURCE);
    }

    private static FunctionActivationFactory logAbsolute() {
        return Activations.elementwise(
                        "log-absolute", z -> Math.log1p(Math.abs(z)), (z, a) -> Math.signum(z) / (1 + Math.abs(z)))
                .summary("log(1 + |z|), with derivative 0 at 0.")
                .source(SOURCE)
                .ranging(OutputRange.NON_NEGATIVE)
                .silentAtZero();
    }

    /** The infinities are taken for the largest numbers, so that they give the limits. */
    private static double softsign(double z) {
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, z));
        return finite / (1 + Math.abs(finite));
    }

    private static double softsignSlope(double z) {
        double root = 1 / (1 + Math.abs(z));
        return root * root;
    }

    /** log(|z| + sqrt(z<sup>2</sup> + 1)) with the sign of z, neither cancelling near 0 nor overflowing. */
    private static double arsinh(double z) {
        double x = Math.abs(z);
        double inverse = x < 1e8 ? Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x))) : Math.log(x) + Math.log(2);
        return Math.copySign(inverse, z);
    }
}
