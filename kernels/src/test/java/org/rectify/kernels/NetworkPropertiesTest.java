package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.Split;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.metric.Observation;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.SignMask;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** What networks are like before they learn (items 5, 6, 11 and 25), and what a penalty counts (item 17). */
class NetworkPropertiesTest {

    private static final int EXAMPLES = 200;
    private static final Split INPUTS = Networks.randomSplit(EXAMPLES, 100, 10, 1);

    @Test
    void halfNegationCancelsTheMeanAndLeavesTheZeros() {
        List<float[]> plain = initialOutputs(activation("rectifier"), SignMask.NONE, 1);
        List<float[]> masked = initialOutputs(activation("rectifier"), SignMask.HALF, 1);

        for (float[] layer : masked) {
            assertThat(Math.abs(mean(layer))).isLessThan(0.1 * meanAbsolute(layer));
        }
        assertThat(zeros(masked.get(0))).isEqualTo(zeros(plain.get(0)));
        assertThat(mean(plain.get(0))).isEqualTo(meanAbsolute(plain.get(0)));
    }

    @Test
    void aMaskedNetworkEqualsAnUnmaskedOneWithTheSignsInTheWeightsAbove() {
        NetworkDefinition masked =
                Networks.network(100, List.of(30, 20), 10, Networks.rectifier(), true, Optional.empty());
        NetworkDefinition plain =
                Networks.network(100, List.of(30, 20), 10, Networks.rectifier(), false, Optional.empty());
        Parameters parameters = Networks.uniform(masked, 0.5, 4);
        Parameters moved = Parameters.zeros(plain, DataType.DOUBLE);
        moved.assign(parameters);
        for (int layer = 0; layer < 2; layer++) {
            INDArray signs = Nd4j.createFromArray(
                            masked.hidden().get(layer).signs().toArray())
                    .castTo(DataType.DOUBLE);
            moved.layers().get(layer + 1).weights().muliColumnVector(signs.reshape(signs.length(), 1));
        }

        assertThat(scores(plain, moved)).containsExactly(scores(masked, parameters), within(1e-12));
    }

    @Test
    void aboutHalfOfTheRectifiersAreZeroAtFirst() {
        double mean = 0;
        for (int seed = 1; seed <= 10; seed++) {
            for (float[] layer : initialOutputs(activation("rectifier"), SignMask.NONE, seed)) {
                double sparsity = (double) zeros(layer) / layer.length;
                assertThat(sparsity).isBetween(0.45, 0.55);
                mean += sparsity / 30;
            }
        }
        assertThat(mean).isBetween(0.48, 0.52);
    }

    @Test
    void tanhStartsAroundZero() {
        for (float[] layer : initialOutputs(activation("tanh"), SignMask.NONE, 1)) {
            assertThat(mean(layer)).isBetween(-0.02, 0.02);
        }
    }

    @Test
    void sigmoidStartsAroundOneHalfFromSmallWeights() {
        Initializer normalized = Components.make(new TrainingPlugin().initializers(), "normalized-uniform");
        Initializer small = (weights, random) -> {
            normalized.fill(weights, random);
            weights.muli(0.01);
        };
        for (float[] layer : initialOutputs(activation("sigmoid"), SignMask.NONE, 1, small)) {
            assertThat(mean(layer)).isBetween(0.49, 0.51);
            for (float output : layer) {
                assertThat(output).isBetween(0.4f, 0.6f);
            }
        }
    }

    @Test
    void duplicatingEveryUnitDoublesThePenalty() {
        NetworkDefinition single = oneLayer(1);
        NetworkDefinition doubled = oneLayer(2);
        Parameters parameters = Networks.uniform(single, 0.5, 9);
        Parameters copied = Parameters.zeros(doubled, DataType.DOUBLE);
        Parameters.Layer first = parameters.layers().get(0);
        copied.layers().get(0).weights().assign(Nd4j.concat(1, first.weights(), first.weights()));
        copied.layers().get(0).biases().assign(Nd4j.concat(1, first.biases(), first.biases()));

        assertThat(penalty(doubled, copied)).isCloseTo(2 * penalty(single, parameters), within(1e-12));
    }

    private static NetworkDefinition oneLayer(int times) {
        return Networks.network(
                100, List.of(15 * times), 10, Networks.rectifier(), false, Optional.of(Networks.l1(0.01)));
    }

    /** The mean cost with all outgoing weights at zero, less the cost of guessing. */
    private static double penalty(NetworkDefinition network, Parameters parameters) {
        parameters.layers().get(1).weights().assign(0);
        parameters.layers().get(1).biases().assign(0);
        LearningStatistics statistics = new LearningStatistics(network);
        try (NeuralNetwork model =
                new Nd4jBackend(DataType.DOUBLE).create(network, parameters, Networks.descent(0), EXAMPLES)) {
            model.learn(batch(), LearningStep.endless(), statistics);
        }
        return statistics.meanCost() - Math.log(10);
    }

    private static double[] scores(NetworkDefinition network, Parameters parameters) {
        try (NeuralNetwork model =
                new Nd4jBackend(DataType.DOUBLE).create(network, parameters, Networks.descent(0), EXAMPLES)) {
            Observation seen = model.observe(batch());
            double[] scores = new double[EXAMPLES * 10];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = seen.logProbability(i / 10, i % 10);
            }
            return scores;
        }
    }

    private static Activation activation(String name) {
        return Components.make(new ActivationsPlugin().activations(), name);
    }

    private static List<float[]> initialOutputs(Activation activation, SignMask mask, long seed) {
        return initialOutputs(
                activation, mask, seed, Components.make(new TrainingPlugin().initializers(), "normalized-uniform"));
    }

    private static List<float[]> initialOutputs(
            Activation activation, SignMask mask, long seed, Initializer initializer) {
        RandomStreams random = new RandomStreams(seed);
        List<HiddenLayer> hidden = new ArrayList<>();
        for (int below = 100; hidden.size() < 3; below = 1000) {
            hidden.add(new HiddenLayer(below, 1000, activation, Signs.of(mask, 1000, random.stream("signs"))));
        }
        NetworkDefinition network = NetworkDefinition.classifier(100, hidden, 10);
        Parameters initial = Parameters.initial(network, initializer, random);
        try (NeuralNetwork model = new Nd4jBackend().create(network, initial, Networks.descent(0), EXAMPLES)) {
            Observation seen = model.observe(batch());
            List<float[]> outputs = new ArrayList<>();
            for (int layer = 0; layer < 3; layer++) {
                outputs.add(Matrices.toFloats(seen.hidden(layer)));
            }
            return outputs;
        }
    }

    private static Minibatch batch() {
        Minibatch batch = Minibatch.forExamplesOf(INPUTS.features(), EXAMPLES);
        batch.gather(INPUTS, 0, EXAMPLES);
        return batch;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanAbsolute(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum / values.length;
    }

    private static int zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            if (value == 0) {
                zeros++;
            }
        }
        return zeros;
    }
}
