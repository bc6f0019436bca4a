package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.Matrices;

/** Item 10. */
class RectifierPairTest {

    private static final INDArray INPUTS = matrix(new double[][] {{0.5, -1, 2}, {1.5, 0.25, -0.75}});
    private static final INDArray WEIGHTS = matrix(new double[][] {{1, -0.5}, {-0.25, 2}, {0.75, 0.5}});
    private static final INDArray BIASES = matrix(new double[][] {{0.1, -0.2}});
    private static final INDArray OUTPUT_GRADIENTS = matrix(new double[][] {{1, 2, 3, 4}, {-5, 6, 7, -8}});

    private final Activation pair = Named.of("rectifier-pair");
    private final ElementwiseActivation antisymmetric = Named.elementwise("antisymmetric-rectifier-pair");
    private final ElementwiseActivation symmetric = Named.elementwise("symmetric-rectifier-pair");

    @Test
    void theDifferenceOfThePairIsItsInputExactly() {
        qt().forAll(doubles().any())
                .checkAssert(z -> assertThat(antisymmetric.value((double) z)).isEqualTo(z + 0.0));
    }

    @Test
    void theSumOfThePairIsTheMagnitudeExactly() {
        qt().forAll(doubles().any())
                .checkAssert(z -> assertThat(symmetric.value((double) z)).isEqualTo(Math.abs(z)));
    }

    @Test
    void bothOutputsOfAPairAreRectifiers() {
        INDArray outputs = outputs(matrix(new double[][] {{1, -2, 0}, {-3, 4, 5}}));
        assertThat(outputs).isEqualTo(matrix(new double[][] {{1, 0, 0, 0, 2, 0}, {0, 4, 5, 3, 0, 0}}));
    }

    @Test
    void aLayerOfUnitsHasTwiceAsManyOutputsWithoutFurtherParameters() {
        assertThat(pair.outputs(1000)).isEqualTo(2000);
        assertThat(preActivations(WEIGHTS, BIASES).shape()).containsExactly(2, 2);
        assertThat(outputs(preActivations(WEIGHTS, BIASES)).shape()).containsExactly(2, 4);
    }

    @Test
    void negatingTheSharedParametersSwapsTheBranches() {
        double[] outputs = Matrices.toDoubles(outputs(preActivations(WEIGHTS, BIASES)));
        double[] swapped = Matrices.toDoubles(outputs(preActivations(WEIGHTS.neg(), BIASES.neg())));
        for (int example = 0; example < 2; example++) {
            for (int output = 0; output < 4; output++) {
                assertThat(swapped[4 * example + output]).isEqualTo(outputs[4 * example + (output + 2) % 4]);
            }
        }
    }

    @Test
    void theGradientOfSharedParametersIsTheSumOverBothBranches() {
        INDArray preActivations = preActivations(WEIGHTS, BIASES);
        INDArray gradients = preActivations.ulike();
        pair.backward(preActivations, outputs(preActivations), OUTPUT_GRADIENTS, gradients);
        ElementwiseActivation rectifier = Named.elementwise("rectifier");
        for (int example = 0; example < 2; example++) {
            for (int unit = 0; unit < 2; unit++) {
                double z = preActivations.getDouble(example, unit);
                double positive = OUTPUT_GRADIENTS.getDouble(example, unit) * rectifier.derivative(z, 0);
                double negative = -OUTPUT_GRADIENTS.getDouble(example, unit + 2) * rectifier.derivative(-z, 0);
                assertThat(gradients.getDouble(example, unit)).isEqualTo(positive + negative);
            }
        }
    }

    @Test
    void theGradientOfSharedParametersAgreesWithFiniteDifferences() {
        INDArray preActivations = preActivations(WEIGHTS, BIASES);
        INDArray gradients = preActivations.ulike();
        pair.backward(preActivations, outputs(preActivations), OUTPUT_GRADIENTS, gradients);
        INDArray weightGradients = INPUTS.transpose().mmul(gradients);
        INDArray biasGradients = gradients.sum(0);
        for (int unit = 0; unit < 2; unit++) {
            for (int input = 0; input < 3; input++) {
                assertThat(weightGradients.getDouble(input, unit))
                        .isCloseTo(slope(WEIGHTS, WEIGHTS, input, unit), within(1e-7));
            }
            assertThat(biasGradients.getDouble(unit)).isCloseTo(slope(BIASES, WEIGHTS, 0, unit), within(1e-7));
        }
    }

    @Test
    void thePairsGradientAtZeroIsZeroAsTheRectifiersIs() {
        INDArray zero = matrix(new double[][] {{0}});
        INDArray gradients = zero.ulike();
        pair.backward(zero, outputs(zero), matrix(new double[][] {{1, 1}}), gradients);
        assertThat(gradients.getDouble(0)).isZero();
        assertThat(antisymmetric.derivative(0, 0)).isZero();
        assertThat(symmetric.derivative(0, 0)).isZero();
    }

    /** The slope of the outputs' weighted sum over one weight, or over one bias. */
    private double slope(INDArray parameters, INDArray weights, int row, int column) {
        double step = 1e-6;
        double[] costs = new double[2];
        for (int side = 0; side < 2; side++) {
            INDArray moved = parameters.dup();
            moved.putScalar(row, column, moved.getDouble(row, column) + (side == 0 ? -step : step));
            INDArray outputs =
                    outputs(parameters == weights ? preActivations(moved, BIASES) : preActivations(weights, moved));
            costs[side] = outputs.mul(OUTPUT_GRADIENTS).sumNumber().doubleValue();
        }
        return (costs[1] - costs[0]) / (2 * step);
    }

    private INDArray outputs(INDArray preActivations) {
        INDArray outputs = Nd4j.create(DataType.DOUBLE, preActivations.rows(), pair.outputs(preActivations.columns()));
        pair.value(preActivations, outputs);
        return outputs;
    }

    private static INDArray preActivations(INDArray weights, INDArray biases) {
        return INPUTS.mmul(weights).addRowVector(biases);
    }

    private static INDArray matrix(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
