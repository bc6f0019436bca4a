package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.metric.Observation;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.Penalty;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;

/** The worked example of items 13, 16 and 17, digit for digit, in 64 bits. */
class WorkedExampleTest {

    private static final double DIGITS = 6e-13;

    private final Minibatch example = Networks.batch(new float[][] {{1, -2, 0.5f}}, 1);

    @Test
    void forwardPassGivesTheProbabilitiesOfItem13() {
        try (NeuralNetwork network = network(Optional.empty())) {
            Observation seen = network.observe(example);

            assertThat(Math.exp(seen.logProbability(0, 0))).isCloseTo(0.785834983043, within(DIGITS));
            assertThat(Math.exp(seen.logProbability(0, 1))).isCloseTo(0.214165016957, within(DIGITS));
            assertThat(seen.predicted(0)).isZero();
            assertThat(seen.hidden(0).toDoubleVector()).containsExactly(new double[] {1.6, -0.2}, within(1e-15));
        }
    }

    @Test
    void costIsThatOfItem16() {
        try (NeuralNetwork network = network(Optional.empty())) {
            assertThat(-network.observe(example).logProbability(0, 1)).isCloseTo(1.541008453832992, within(1e-15));
        }
    }

    @Test
    void oneStepGivesTheParametersOfItem17() {
        LearningStatistics statistics;
        Parameters after;
        try (NeuralNetwork network = network(Optional.of(Networks.l1(0.001)))) {
            statistics = new LearningStatistics(network.definition());
            network.learn(example, LearningStep.endless(), statistics);
            after = Parameters.zeros(network.definition(), DataType.DOUBLE);
            network.copyTo(after);
        }

        assertThat(statistics.meanCost()).isCloseTo(1.542808453832992, within(1e-15));
        assertMatrix(after.layers().get(0).weights().transpose(), new double[][] {
            {0.460608250848, -0.171216501696, 0.980304125424}, {0.064149505087, 0.271700989826, -0.717925247456}
        });
        assertMatrix(after.layers().get(0).biases(), new double[][] {{0.060608250848, -0.435850494913}});
        assertMatrix(
                after.layers().get(1).weights().transpose(),
                new double[][] {{0.874266402713, -0.984283300339}, {0.625733597287, 1.984283300339}});
        assertMatrix(after.layers().get(1).biases(), new double[][] {{-0.078583498304, 0.178583498304}});
    }

    private static void assertMatrix(INDArray actual, double[][] expected) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual.getRow(row).toDoubleVector()).containsExactly(expected[row], within(DIGITS));
        }
    }

    private static NeuralNetwork network(Optional<? extends Penalty> penalty) {
        HiddenLayer hidden = new HiddenLayer(3, 2, Networks.rectifier(), Signs.of(1, -1));
        NetworkDefinition definition =
                new NetworkDefinition(3, List.of(hidden), new SoftmaxLayer(2), Networks.paying(penalty));
        double[][] first = {{.5, -.25, 1}, {.3, -.2, -.6}};
        double[][] second = {{1, -1}, {.5, 2}};
        Parameters parameters = new Parameters(List.of(
                new Parameters.Layer(
                        Nd4j.createFromArray(first).transpose(), Nd4j.createFromArray(new double[][] {{.1, -.2}})),
                new Parameters.Layer(
                        Nd4j.createFromArray(second).transpose(), Nd4j.createFromArray(new double[][] {{0, .1}}))));
        return new Nd4jBackend(DataType.DOUBLE).create(definition, parameters, Networks.descent(0.1), 1);
    }
}
