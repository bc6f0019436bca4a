package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;

import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ElementwiseActivation;

/** Items 5 to 7. */
class SigmoidAndTanhTest {

    private final ElementwiseActivation sigmoid = Named.elementwise("sigmoid");
    private final ElementwiseActivation tanh = Named.elementwise("tanh");
    private final ElementwiseActivation absoluteTanh = Named.elementwise("absolute-tanh");

    @Test
    void sigmoidOfZeroIsExactlyOneHalf() {
        assertThat(sigmoid.value(0.0)).isEqualTo(0.5);
        assertThat(Named.floatValue(sigmoid, 0)).isEqualTo(0.5f);
    }

    @Test
    void sigmoidsOfOppositeInputsAddUpToOne() {
        qt().forAll(doubles().any())
                .checkAssert(z -> assertThat(sigmoid.value((double) z) + sigmoid.value(-z))
                        .isCloseTo(1, within(1e-15)));
    }

    @Test
    void sigmoidKeepsItsSmallestValues() {
        assertThat(sigmoid.value(-740)).isEqualTo(Math.exp(-740)).isPositive();
    }

    @Test
    void tanhIsAntisymmetricToTheBit() {
        qt().forAll(doubles().any())
                .checkAssert(z -> assertThat(bits(tanh.value(-z))).isEqualTo(bits(-tanh.value((double) z))));
        assertThat(bits(tanh.value(-0.0))).isEqualTo(bits(-0.0));
    }

    @Test
    void tanhAgreesWithThePlatforms() {
        qt().forAll(doubles().between(-30, 30))
                .checkAssert(z -> assertThat(tanh.value((double) z))
                        .isCloseTo(Math.tanh(z), within(1e-15 * Math.abs(Math.tanh(z)))));
    }

    @Test
    void absoluteTanhIsSymmetricToTheBit() {
        qt().forAll(doubles().any())
                .checkAssert(z -> assertThat(bits(absoluteTanh.value(-z)))
                        .isEqualTo(bits(absoluteTanh.value((double) z)))
                        .isEqualTo(bits(Math.abs(tanh.value((double) z)))));
    }

    @Test
    void absoluteTanhIsZeroAtZeroAndSoIsItsDerivative() {
        assertThat(bits(absoluteTanh.value(0.0))).isZero();
        assertThat(bits(absoluteTanh.value(-0.0))).isZero();
        assertThat(absoluteTanh.derivative(0, 0)).isZero();
    }

    @Test
    void theDerivativeOfAbsoluteTanhHasTheSignOfItsInput() {
        double slope = 1 - Math.tanh(0.7) * Math.tanh(0.7);
        double output = absoluteTanh.value(0.7);
        assertThat(absoluteTanh.derivative(0.7, output)).isCloseTo(slope, within(1e-15));
        assertThat(absoluteTanh.derivative(-0.7, output)).isCloseTo(-slope, within(1e-15));
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }
}
