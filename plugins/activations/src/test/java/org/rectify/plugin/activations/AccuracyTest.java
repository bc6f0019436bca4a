package org.rectify.plugin.activations;

import static java.math.BigDecimal.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** The bounds of item 3, 1e-15 relative in 64 bits and 2e-7 in 32, for every activation that is not just arithmetic. */
class AccuracyTest {

    static Arguments[] formulas() {
        return new Arguments[] {
            formula("softplus", AccuracyTest::softplus),
            formula("rescaled-softplus", AccuracyTest::softplus),
            formula("sigmoid", z -> Exact.divide(ONE, ONE.add(Exact.exp(z.negate())))),
            formula("tanh", AccuracyTest::tanh),
            formula("absolute-tanh", z -> tanh(z).abs()),
            formula("leaky-integrate-and-fire", AccuracyTest::firingRate),
            formula("softsign", z -> Exact.divide(z, ONE.add(z.abs()))),
            formula(
                    "scaled-tanh",
                    z -> Exact.of(1.759).multiply(tanh(Exact.of(0.6666).multiply(z)))),
            formula("arsinh", z -> {
                BigDecimal x = z.abs();
                BigDecimal root = x.multiply(x).add(ONE).sqrt(Exact.DIGITS);
                return Exact.log(x.add(root)).multiply(BigDecimal.valueOf(z.signum()));
            }),
            formula("log-absolute", z -> Exact.log(ONE.add(z.abs()))),
            formula("elu", AccuracyTest::exponentialLinear),
            formula("celu", AccuracyTest::exponentialLinear),
            formula("swish", z -> Exact.divide(z, ONE.add(Exact.exp(z.negate()))))
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void outputsAreAccurate(String name, UnaryOperator<BigDecimal> exact) {
        ElementwiseActivation activation = Named.elementwise(name);
        RandomStream random = new RandomStreams(3).stream("accuracy");
        double[] points = DoubleStream.concat(
                        DoubleStream.generate(() -> random.nextDouble(-80, 80)).limit(100),
                        DoubleStream.generate(() -> Math.scalb(random.nextDouble(-2, 2), -random.nextInt(40)))
                                .limit(200))
                .map(z -> (float) z)
                .filter(z -> z != 0)
                .toArray();
        for (double z : points) {
            BigDecimal expected = exact.apply(Exact.of(z));
            if (expected.signum() != 0) {
                assertThat(Exact.relativeError(activation.value(z), expected))
                        .as("relative error at %s", z)
                        .isLessThan(1e-15);
                assertThat(Exact.relativeError(Named.floatValue(activation, (float) z), expected))
                        .as("relative error in 32 bits at %s", z)
                        .isLessThan(2e-7);
            }
        }
    }

    private static Arguments formula(String name, UnaryOperator<BigDecimal> exact) {
        return Arguments.of(name, exact);
    }

    private static BigDecimal softplus(BigDecimal z) {
        return Exact.log(ONE.add(Exact.exp(z)));
    }

    private static BigDecimal tanh(BigDecimal z) {
        BigDecimal power = Exact.exp(z.multiply(BigDecimal.valueOf(2)));
        return Exact.divide(power.subtract(ONE), power.add(ONE));
    }

    private static BigDecimal exponentialLinear(BigDecimal z) {
        return z.signum() > 0 ? z : Exact.exp(z).subtract(ONE);
    }

    private static BigDecimal firingRate(BigDecimal z) {
        if (z.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal excess = z.multiply(Exact.of(0.5));
        BigDecimal interval = Exact.log(Exact.divide(excess.add(Exact.of(0.025)), excess));
        return Exact.divide(ONE, Exact.of(7.5).multiply(interval).add(ONE));
    }
}
