package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.Reconstruction;

/** Items 38, 39 and 41. */
class CrossEntropyTest {

    private static final INDArray PRE_ACTIVATIONS = Nd4j.createFromArray(new double[][] {{-0.022, 0.148}});

    @Test
    void theSigmoidDecoderHasTheCostAndGradientOfTheSpecification() {
        assertWorkedExample(
                new SigmoidCrossEntropy(),
                Nd4j.createFromArray(new double[][] {{0.2, 0.9}}),
                1.3232903646614913,
                0.294500221823,
                -0.363067389727);
    }

    @Test
    void theTanhDecoderHasTheCostAndGradientOfTheSpecification() {
        TanhCrossEntropy reconstruction = new TanhCrossEntropy();
        INDArray codes = Nd4j.createFromArray(new double[][] {{-0.5, 0.3}});
        INDArray targets = codes.ulike();
        reconstruction.target(codes, OutputRange.SIGNED_UNIT_INTERVAL, targets);
        assertThat(targets.toDoubleMatrix()[0]).containsExactly(0.25, 0.65);
        assertWorkedExample(reconstruction, targets, 1.3420485914959135, 0.478003548646, -0.153071212774);
    }

    @Test
    void costsAtAThousandAreZeroAndAThousand() {
        SigmoidCrossEntropy reconstruction = new SigmoidCrossEntropy();
        assertThat(reconstruction.cost(1000, 1)).isZero();
        assertThat(reconstruction.cost(-1000, 0)).isZero();
        assertThat(reconstruction.cost(1000, 0)).isEqualTo(1000);
        assertThat(reconstruction.cost(-1000, 1)).isEqualTo(1000);
        float[] gradients = new float[4];
        assertThat(reconstruction.cost(
                        new float[] {1000, -1000, 1000, -1000}, new float[] {1, 0, 0, 1}, 0, 4, gradients))
                .isEqualTo(2000);
        assertThat(gradients).usingComparatorWithPrecision(0f).containsExactly(0, 0, 1, -1);
    }

    /** Where the sigmoid itself would round to its target. */
    @Test
    void costsAndGradientsOfUnitsThatAreNearlyRightAreNotLost() {
        SigmoidCrossEntropy reconstruction = new SigmoidCrossEntropy();
        for (double o : new double[] {40, 100, 600}) {
            double rest = Math.exp(-o);
            assertThat(reconstruction.cost(o, 1)).isCloseTo(rest, withinPercentage(1e-10));
            assertThat(reconstruction.derivative(o, 1)).isCloseTo(-rest, withinPercentage(1e-10));
            assertThat(reconstruction.cost(-o, 0)).isCloseTo(rest, withinPercentage(1e-10));
            assertThat(reconstruction.derivative(-o, 0)).isCloseTo(rest, withinPercentage(1e-10));
        }
    }

    @Test
    void costsAreThoseOfTheDefinition() {
        SigmoidCrossEntropy reconstruction = new SigmoidCrossEntropy();
        qt().forAll(doubles().between(-15, 15), doubles().between(0, 1)).checkAssert((o, t) -> {
            double z = 1 / (1 + Math.exp(-o));
            double cost = -t * Math.log(z) - (1 - t) * Math.log(1 - z);
            assertThat(reconstruction.cost(o, t)).isCloseTo(cost, within(1e-8));
            assertThat(reconstruction.derivative(o, t)).isCloseTo(z - t, within(1e-12));
            assertThat(reconstruction.decode((double) o)).isCloseTo(z, within(1e-12));
        });
    }

    @Test
    void bothZerosHaveTheGradientBetween() {
        float[] gradients = new float[2];
        new SigmoidCrossEntropy().cost(new float[] {0, -0.0f}, new float[] {0.25f, 0.25f}, 0, 2, gradients);
        assertThat(gradients).containsExactly(0.25f, 0.25f);
        assertThat(new SigmoidCrossEntropy().derivative(0, 0.25)).isEqualTo(0.25);
        assertThat(new SigmoidCrossEntropy().derivative(-0.0, 0.25)).isEqualTo(0.25);
    }

    @Test
    void theTanhDecoderRebuildsTheMappedTanh() {
        for (double o : new double[] {-3, -0.5, 0, 0.1, 2}) {
            assertThat(new TanhCrossEntropy().decode(o)).isCloseTo((Math.tanh(o) + 1) / 2, within(1e-15));
        }
    }

    @Test
    void scaledCodesAboveOneHaveTargetOne() {
        ScaledSigmoidCrossEntropy reconstruction = new ScaledSigmoidCrossEntropy(CodeScaling.LAYER);
        float[] targets = new float[3];
        reconstruction.target(new float[] {0.4f, 1.3f, -1.3f}, 0, 3, OutputRange.UNIT_INTERVAL, targets);
        assertThat(targets).containsExactly(0.4f, 1, 1);
    }

    @Test
    void scalingIsByLayerOrByUnit() {
        for (ScaledSigmoidCrossEntropy.Divisor divisor : ScaledSigmoidCrossEntropy.Divisor.values()) {
            CodeScaling scaling =
                    new ScaledSigmoidCrossEntropy(new ScaledSigmoidCrossEntropy.Options(divisor)).scaling();
            assertThat(scaling.name()).isEqualTo(divisor.name());
        }
        assertThat(new SigmoidCrossEntropy().scaling()).isEqualTo(CodeScaling.NONE);
    }

    /** The bulk form takes one logarithm for many units, which must not overflow for as many as a layer has. */
    @Test
    void bulkCostsOfWideLayersAreTheSumOfTheirUnits() {
        SigmoidCrossEntropy reconstruction = new SigmoidCrossEntropy();
        float[] gradients = new float[5000];
        assertThat(reconstruction.cost(new float[5000], new float[5000], 0, 5000, gradients))
                .isCloseTo(5000 * Math.log(2), withinPercentage(1e-10));
    }

    private static void assertWorkedExample(
            Reconstruction reconstruction, INDArray targets, double cost, double first, double second) {
        INDArray gradients = PRE_ACTIVATIONS.ulike();
        assertThat(reconstruction.cost(PRE_ACTIVATIONS, targets, gradients)).isCloseTo(cost, within(5e-16));
        assertThat(gradients.getDouble(0)).isCloseTo(first, within(5e-13));
        assertThat(gradients.getDouble(1)).isCloseTo(second, within(5e-13));
    }
}
