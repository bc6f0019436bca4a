package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;

import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ElementwiseActivation;

/** Items 3 and 4. */
class SoftplusTest {

    private final ElementwiseActivation softplus = Named.elementwise("softplus");

    @Test
    void valuesAreThoseOfTheSpecification() {
        double[][] expected = {
            {-50, 1.9287498479639178e-22},
            {-3, 0.04858735157374206},
            {-1, 0.31326168751822286},
            {0, 0.6931471805599453},
            {1, 1.3132616875182228},
            {3, 3.048587351573742},
            {1000, 1000},
        };
        for (double[] pair : expected) {
            assertThat(softplus.value(pair[0])).as("at %s", pair[0]).isCloseTo(pair[1], withinPercentage(1e-13));
        }
        assertThat(softplus.value(-1000)).isZero();
    }

    @Test
    void oppositeInputsDifferByTheInput() {
        qt().forAll(doubles().between(-1000, 1000))
                .checkAssert(z -> assertThat(softplus.value((double) z) - softplus.value(-z))
                        .isCloseTo(z, within(1e-15 * Math.max(1, Math.abs(z)))));
    }

    @Test
    void itLiesAboveTheRectifierByAtMostLogTwo() {
        qt().forAll(doubles().between(-30, 30))
                .checkAssert(z -> assertThat(softplus.value((double) z) - Math.max(0, z))
                        .isPositive()
                        .isLessThanOrEqualTo(Math.log(2)));
    }

    @Test
    void rescaledItTakesTheValuesOfTheSpecificationAtZero() {
        double[][] expected = {{1.3, 0.5331901389}, {2, 0.3465735903}, {3, 0.2310490602}, {6, 0.1155245301}};
        for (double[] pair : expected) {
            assertThat(new Softplus(pair[0]).value(0.0)).isCloseTo(pair[1], within(5e-11));
        }
    }

    @Test
    void rescaledByOneItIsTheSoftplus() {
        assertThat(Named.of("rescaled-softplus")).isEqualTo(softplus);
    }

    @Test
    void rescaledItIsTheSoftplusOfTheScaledInput() {
        qt().forAll(doubles().between(-100, 100), doubles().between(0.1, 10))
                .checkAssert((z, alpha) -> assertThat(new Softplus(alpha).value((double) z))
                        .isCloseTo(softplus.value(alpha * z) / alpha, withinPercentage(1e-12)));
    }

    @Test
    void itsGreatestDistanceToTheRectifierIsLogTwoOverAlpha() {
        for (double alpha : new double[] {0.5, 1, 1.3, 2, 3, 6, 1e6}) {
            Softplus rescaled = new Softplus(alpha);
            double greatest = 0;
            for (int i = -20_000; i <= 20_000; i++) {
                double z = i / 1000.0;
                greatest = Math.max(greatest, rescaled.value(z) - Math.max(0, z));
            }
            assertThat(greatest).isCloseTo(Math.log(2) / alpha, withinPercentage(1e-9));
        }
    }

    @Test
    void inThirtyTwoBitsItsTailAndTheTailsSlopeAreThoseOfThePower() {
        for (double alpha : new double[] {0.5, 1, 1.3, 6}) {
            ElementwiseActivation rescaled = new Softplus(alpha);
            for (float z : new float[] {-80, -40, -17.3f}) {
                float scaled = (float) (z / alpha);
                double power = Math.exp(alpha * scaled);
                assertThat((double) Named.floatValue(rescaled, scaled))
                        .isCloseTo(Math.log1p(power) / alpha, withinPercentage(3e-5));
                assertThat((double) Named.floatDerivative(rescaled, scaled))
                        .isCloseTo(power / (1 + power), withinPercentage(5e-5));
            }
        }
    }

    @Test
    void bulkFormsTakeEverySharpness() {
        for (double alpha : new double[] {Double.MIN_NORMAL, 1e-40, 1e-30, 1e30, 1e40, Double.MAX_VALUE}) {
            Softplus rescaled = new Softplus(alpha);
            for (float z : new float[] {-Float.MAX_VALUE, -1, 0, Float.MIN_VALUE, 1, Float.MAX_VALUE}) {
                float a = (float) rescaled.value((double) z);
                assertThat(Named.floatValue(rescaled, z))
                        .as("value at %s, alpha = %s", z, alpha)
                        .isCloseTo(a, within(1e-6f * Math.abs(a)));
            }
            assertThat(Named.floatDerivative(rescaled, 1)).isCloseTo(alpha < 1 ? 0.5f : 1, within(1e-6f));
        }
    }
}
