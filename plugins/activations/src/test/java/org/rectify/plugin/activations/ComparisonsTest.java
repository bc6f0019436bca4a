package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.activation.ElementwiseActivation;

/** Item 12: hand-computed values and derivatives; derivatives elsewhere are checked by the contract. */
class ComparisonsTest {

    @ParameterizedTest
    @CsvSource({
        // name, z, value, derivative
        "identity, -1.5, -1.5, 1",
        "absolute-value, -1.5, 1.5, -1",
        "absolute-value, 0, 0, 0",
        "softsign, -3, -0.75, 0.0625",
        "softsign, 0, 0, 1",
        "absolute-softsign, -3, 0.75, -0.0625",
        "absolute-softsign, 0, 0, 0",
        "scaled-tanh, 0, 0, 1.1725494",
        "scaled-tanh, 1, 1.025037759169, 0.774369624567",
        "scaled-tanh, 1000, 1.759, 0",
        "rectified-tanh, -1, 0, 0",
        "rectified-tanh, 0, 0, 0",
        "rectified-tanh, 1, 0.761594155956, 0.419974341614",
        "clipped-linear, -2, -1, 0",
        "clipped-linear, 0.5, 0.5, 1",
        "clipped-linear, 2, 1, 0",
        "arsinh, 1, 0.881373587020, 0.707106781187",
        "arsinh, -1, -0.881373587020, 0.707106781187",
        "log-absolute, -3, 1.386294361120, -0.25",
        "log-absolute, 0, 0, 0"
    })
    void valuesAndDerivativesAreThoseOfTheFormulas(String name, double z, double value, double derivative) {
        ElementwiseActivation activation = Named.elementwise(name);
        assertThat(activation.value(z)).isCloseTo(value, within(1e-6));
        assertThat(activation.derivative(z, activation.value(z))).isCloseTo(derivative, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"softsign, 1", "arsinh, 710.4758600739439", "log-absolute, 709.782712893384"})
    void theLargestNumbersDoNotOverflow(String name, double expected) {
        assertThat(Named.elementwise(name).value(Double.MAX_VALUE)).isCloseTo(expected, within(1e-9));
    }
}
