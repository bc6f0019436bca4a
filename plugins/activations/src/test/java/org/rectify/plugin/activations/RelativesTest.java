package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.activation.ElementwiseActivation;

/** Values worked out from the formulas of the publications; derivatives elsewhere are checked by the contract. */
class RelativesTest {

    @ParameterizedTest
    @CsvSource({
        // name, z, value, derivative
        "leaky-rectifier, 3, 3, 1",
        "leaky-rectifier, 0, 0, 0.01",
        "leaky-rectifier, -3, -0.03, 0.01",
        "elu, 2, 2, 1",
        "elu, 0, 0, 1",
        "elu, -1, -0.632120558828558, 0.367879441171442",
        "elu, -1000, -1, 0",
        "celu, 2, 2, 1",
        "celu, -1, -0.632120558828558, 0.367879441171442",
        "gelu, 0, 0, 0.5",
        "gelu, 1, 0.841344746068543, 1.083315470587686",
        "gelu, -1, -0.158655253931457, -0.083315470587686",
        "gelu, 2, 1.954499736103642, 1.085231801078196",
        "gelu, -1000, 0, 0",
        "gelu, 1000, 1000, 1",
        "swish, 0, 0, 0.5",
        "swish, 1, 0.731058578630005, 0.927670511871484",
        "swish, -1, -0.268941421369995, 0.072329488128516",
        "swish, -1000, 0, 0",
        "swish, 1000, 1000, 1"
    })
    void valuesAndDerivativesAreThoseOfTheFormulas(String name, double z, double value, double derivative) {
        assertValues(Named.elementwise(name), z, value, derivative);
    }

    @Test
    void optionsEnterAsInThePublications() {
        assertValues(new LeakyRectifier(0.2), -3, -0.6, 0.2);
        assertValues(new ExponentialLinear(2, 1), -1, 2 * (Math.exp(-1) - 1), 2 * Math.exp(-1));
        assertValues(new ExponentialLinear(2, 2), -1, 2 * (Math.exp(-0.5) - 1), Math.exp(-0.5));
        assertValues(new Swish(2), 1, 1 / (1 + Math.exp(-2)), 1.090784248785);
        assertThat(ExponentialLinear.elu(new ExponentialLinear.Options(2))).isEqualTo(new ExponentialLinear(2, 1));
        assertThat(ExponentialLinear.celu(new ExponentialLinear.Options(2))).isEqualTo(new ExponentialLinear(2, 2));
    }

    @Test
    void celuIsSmoothAtZeroForEveryAlphaAndEluForOneAlone() {
        assertThat(new ExponentialLinear(5, 5).derivative(0, 0)).isEqualTo(1);
        assertThat(new ExponentialLinear(1, 1).derivative(0, 0)).isEqualTo(1);
        assertThat(new ExponentialLinear(5, 1).derivative(0, 0)).isEqualTo(5);
    }

    @Test
    void geluAndSwishOfOppositeInputsDifferByTheInput() {
        for (String name : new String[] {"gelu", "swish"}) {
            ElementwiseActivation activation = Named.elementwise(name);
            qt().forAll(doubles().between(-1000, 1000))
                    .checkAssert(z -> assertThat(activation.value((double) z) - activation.value(-z))
                            .isCloseTo(z, within(1e-15 * Math.max(1, Math.abs(z)))));
        }
    }

    @Test
    void theLeastOutputsLieInTheDeclaredRangesAndNearTheirEnds() {
        for (ElementwiseActivation activation :
                new ElementwiseActivation[] {new Gelu(), new Swish(1), new Swish(0.5)}) {
            double least = 0;
            for (double z = -5; z < 0; z += 1e-4) {
                least = Math.min(least, activation.value(z));
            }
            assertThat(least)
                    .isBetween(
                            activation.range().lowest(),
                            0.999 * activation.range().lowest());
        }
    }

    @Test
    void aSharpSwishIsTheRectifierAndABluntOneHalfTheInput() {
        qt().forAll(doubles().between(-5, 5)).checkAssert(z -> {
            assertThat(new Swish(1000).value((double) z)).isCloseTo(Math.max(0, z), within(3e-4));
            assertThat(new Swish(0.001).value((double) z)).isCloseTo(z / 2, within(7e-3));
        });
    }

    /** The density integrated by Simpson's rule, which knows nothing of error functions. */
    @Test
    void geluAgreesWithTheIntegralOfTheDensity() {
        Gelu gelu = new Gelu();
        for (double z = -8; z <= 8; z += 0.37) {
            double probability = 0.5 + integral(z);
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            assertThat(gelu.value(z)).as("value at %s", z).isCloseTo(z * probability, within(1e-13));
            assertThat(gelu.derivative(z, 0))
                    .as("derivative at %s", z)
                    .isCloseTo(probability + z * density, within(1e-13));
        }
    }

    /** 3e-7 of the output and 6e-7 of the slope: no cubic approximation comes nearer than 4e-4. */
    @Test
    void geluInThirtyTwoBitsIsTheExactOne() {
        Gelu gelu = new Gelu();
        for (float z = -16; z < 16; z += 0.001f) {
            double value = gelu.value((double) z);
            assertThat((double) Named.floatValue(gelu, z))
                    .as("value at %s", z)
                    .isCloseTo(value, within(3e-7 * Math.max(1, Math.abs(value))));
            assertThat((double) Named.floatDerivative(gelu, z))
                    .as("derivative at %s", z)
                    .isCloseTo(gelu.derivative(z, value), within(6e-7));
        }
    }

    private static double integral(double z) {
        int steps = 4000;
        double width = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = i * width;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-x * x / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private static void assertValues(ElementwiseActivation activation, double z, double value, double derivative) {
        assertThat(activation.value(z)).isCloseTo(value, within(1e-12));
        assertThat(activation.derivative(z, activation.value(z))).isCloseTo(derivative, within(1e-9));
        assertThat((double) Named.floatValue(activation, (float) z)).isCloseTo(value, within(5e-7));
        assertThat((double) Named.floatDerivative(activation, (float) z)).isCloseTo(derivative, within(1e-6));
    }
}
