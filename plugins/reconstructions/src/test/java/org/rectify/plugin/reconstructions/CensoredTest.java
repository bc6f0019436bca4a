package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.InvalidOptionException;

/** The censored likelihoods of item 43, against their densities. */
class CensoredTest {

    private static final double[] MIDDLES = {-3, -1, -0.2, 0, 0.4, 1, 3};

    @Test
    void thePositiveGaussianHasItsDensityAndItsZeroTheRest() {
        double s = 0.7;
        CensoredGaussian reconstruction = new CensoredGaussian(s);
        for (double o : MIDDLES) {
            DoubleUnaryOperator density =
                    v -> Math.exp(-(v - o) * (v - o) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
            assertThat(reconstruction.cost(o, 0.3))
                    .isCloseTo(-Math.log(density.applyAsDouble(0.3)), withinPercentage(1e-9));
            assertThat(Math.exp(-reconstruction.cost(o, 0)))
                    .isCloseTo(integral(density, o - 12, 0), withinPercentage(1e-6));
        }
    }

    @Test
    void thePositiveLaplaceHasItsDensityAndItsZeroTheRest() {
        double s = 0.7;
        CensoredLaplace reconstruction = new CensoredLaplace(s);
        for (double o : MIDDLES) {
            DoubleUnaryOperator density = v -> Math.exp(-Math.abs(v - o) / s) / (2 * s);
            assertThat(reconstruction.cost(o, 0.3))
                    .isCloseTo(-Math.log(density.applyAsDouble(0.3)), withinPercentage(1e-9));
            double below = o < 0 ? integral(density, o - 20, o) + integral(density, o, 0) : integral(density, -20, 0);
            assertThat(Math.exp(-reconstruction.cost(o, 0))).isCloseTo(below, withinPercentage(1e-6));
        }
    }

    @Test
    void aVariableAroundZeroIsZeroHalfOfTheTime() {
        assertThat(new CensoredGaussian(2).cost(0, 0)).isEqualTo(Math.log(2));
        assertThat(new CensoredLaplace(2).cost(0, 0)).isEqualTo(Math.log(2));
    }

    /**
     * 40 deviations: x&sup2; / 2 + log(x sqrt(2 pi)) - log(1 - 1/x&sup2; + 3/x&#8308; - ...), far below the smallest
     * double's logarithm.
     */
    @Test
    void theTailOfTheGaussianIsExact() {
        assertThat(new CensoredGaussian(1).cost(40, 0)).isCloseTo(804.6084420137537, withinPercentage(1e-12));
        assertThat(new CensoredGaussian(2).cost(80, 0)).isCloseTo(804.6084420137537, withinPercentage(1e-12));
    }

    @Test
    void widthsBelowAThousandthAreRefused() {
        assertThatThrownBy(() -> new CensoredGaussian.Options(0.0001))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("deviation = 1.0E-4: must be in [0.001, inf)");
        assertThatThrownBy(() -> new CensoredLaplace.Options(0))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("scale = 0.0: must be in [0.001, inf)");
    }

    /** Simpson's rule. */
    private static double integral(DoubleUnaryOperator function, double from, double to) {
        int intervals = 20_000;
        double width = (to - from) / intervals;
        double sum = function.applyAsDouble(from) + function.applyAsDouble(to);
        for (int i = 1; i < intervals; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * function.applyAsDouble(from + i * width);
        }
        return sum * width / 3;
    }
}
