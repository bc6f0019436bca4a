package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ElementwiseActivation;

/** Items 1 and 2. */
class RectifierTest {

    private final ElementwiseActivation rectifier = Named.elementwise("rectifier");
    private final ElementwiseActivation authors = new Rectifier(1);

    @Test
    void outputsAreExact() {
        double[][] expected = {
            {-3, 0},
            {-0.0, 0},
            {0.0, 0},
            {2.5, 2.5},
            {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
            {Double.NEGATIVE_INFINITY, 0},
            {Double.NaN, Double.NaN},
            {Float.MIN_VALUE, Float.MIN_VALUE}
        };
        for (double[] pair : expected) {
            assertThat(rectifier.value(pair[0])).as("at %s", pair[0]).isEqualTo(Double.valueOf(pair[1]));
            assertThat(Named.floatValue(rectifier, (float) pair[0]))
                    .as("in 32 bits at %s", pair[0])
                    .isEqualTo(Float.valueOf((float) pair[1]));
        }
    }

    @Test
    void silenceIsPositiveZeroToTheBit() {
        for (float z : new float[] {-3, -0.0f, 0.0f, -Float.MIN_VALUE, Float.NEGATIVE_INFINITY}) {
            assertThat(Double.doubleToRawLongBits(rectifier.value((double) z))).isZero();
            assertThat(Float.floatToRawIntBits(Named.floatValue(rectifier, z))).isZero();
        }
    }

    @Test
    void theDerivativeIsAUnitStepAndZeroAtZero() {
        assertDerivative(rectifier, 0, 0);
        assertDerivative(rectifier, -0.0f, 0);
        assertDerivative(rectifier, 1e-30f, 1);
        assertDerivative(rectifier, -1e-30f, 0);
    }

    @Test
    void theAuthorsTookOneAtZero() {
        assertDerivative(authors, 0, 1);
        assertDerivative(authors, -0.0f, 1);
        assertDerivative(authors, 1e-30f, 1);
        assertDerivative(authors, -1e-30f, 0);
    }

    @Test
    void theDerivativeIsExactForTheSmallestAndLargestNumbers() {
        for (ElementwiseActivation each : new ElementwiseActivation[] {rectifier, authors}) {
            for (float z :
                    new float[] {Float.MIN_VALUE, Float.MIN_NORMAL, 1, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
                assertDerivative(each, z, 1);
                assertDerivative(each, -z, 0);
            }
            assertThat(each.derivative(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(1);
            assertThat(each.derivative(-Double.MIN_VALUE, 0)).isEqualTo(0);
        }
    }

    @Test
    void onlyTheDefaultSaysThatSilentUnitsPassNoGradient() {
        assertThat(rectifier.silentAtZero()).isTrue();
        assertThat(authors.silentAtZero()).isFalse();
    }

    private static void assertDerivative(ElementwiseActivation activation, float z, double expected) {
        assertThat(activation.derivative(z, activation.value((double) z)))
                .as("derivative at %s", z)
                .isEqualTo(expected);
        assertThat(Named.floatDerivative(activation, z))
                .as("derivative in 32 bits at %s", z)
                .isEqualTo((float) expected);
    }
}
