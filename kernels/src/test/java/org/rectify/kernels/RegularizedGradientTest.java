package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.Penalty;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** The gradient of the whole cost, penalties and all, against central differences in 64 bits (item 85). */
class RegularizedGradientTest {

    private static final int EXAMPLES = 6;
    private static final double STEP = 1e-6;
    private static final TrainingPlugin PLUGIN = new TrainingPlugin();

    /** Under dropout every cost is taken with the same mask, which each new step of a new learning draws. */
    static Stream<Arguments> networks() {
        Map<String, String> strong = Map.of("coefficient", "0.3");
        return Stream.of("sigmoid", "rectifier", "rectifier-pair")
                .flatMap(activation -> Stream.of(
                        arguments("l2-weights", activation, Regularization.of(paying("l2-weights", strong))),
                        arguments("l1-weights", activation, Regularization.of(paying("l1-weights", strong))),
                        arguments("kl-sparsity", activation, Regularization.of(paying("kl-sparsity", strong))),
                        arguments(
                                "class weights",
                                activation,
                                Regularization.NONE.withClassWeights(List.of(2.0, 0.5, 3.0))),
                        arguments("dropout and all penalties", activation, everything(strong))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void gradientsOfClassifiersAgreeWithCentralDifferences(
            String method, String activation, Regularization regularization) {
        check(network(activation, new SoftmaxLayer(3), regularization), Networks.randomSplit(EXAMPLES, 5, 3, 11));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void gradientsOfNumbersAgreeWithCentralDifferences(
            String method, String activation, Regularization regularization) {
        Output linear = Components.make(PLUGIN.outputs(), "linear");
        DatasetInfo info = new DatasetInfo(
                "drawn", List.of(5), OutputRange.REAL, List.of(), List.of(), "drawn", Map.of(), List.of("a", "b"));
        Split drawn = Networks.randomSplit(EXAMPLES, 5, 3, 11);

        check(network(activation, linear.on(info), regularization), new Numbers(drawn));
    }

    /** The examples of a split, with numbers beside their labels. */
    private record Numbers(Split split) implements Split {

        @Override
        public Features features() {
            return split.features();
        }

        @Override
        public int label(int row) {
            return split.label(row);
        }

        @Override
        public double target(int row, int target) {
            return Math.sin(row + 3 * target);
        }
    }

    private static Arguments arguments(String method, String activation, Regularization regularization) {
        return Arguments.of(method, activation, regularization);
    }

    private static List<Named<Penalty>> paying(String penalty, Map<String, String> options) {
        return List.of(Named.of(penalty, Components.<Penalty>make(PLUGIN.penalties(), penalty, options)));
    }

    private static Regularization everything(Map<String, String> options) {
        List<Named<Penalty>> penalties = Stream.of("l2-weights", "l1-weights", "kl-sparsity", "l1-activation")
                .flatMap(penalty -> paying(penalty, options).stream())
                .toList();
        return new Regularization(penalties, 0, List.of(0.5, 0.3), OptionalDouble.empty(), List.of());
    }

    private static NetworkDefinition network(String name, OutputLayer output, Regularization regularization) {
        Activation activation = Components.make(new ActivationsPlugin().activations(), name);
        NetworkDefinition plain = Networks.network(5, List.of(4, 3), 3, activation, true, Optional.<Penalty>empty());
        return new NetworkDefinition(5, plain.hidden(), output, regularization);
    }

    private static void check(NetworkDefinition definition, Split examples) {
        Parameters before = Networks.uniform(definition, 0.8, 3);
        Minibatch batch = Minibatch.forExamplesOf(examples.features(), EXAMPLES);
        batch.gather(examples, 0, EXAMPLES);
        Parameters after = Parameters.zeros(definition, DataType.DOUBLE);
        learn(definition, before, batch, 1, after);
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            Parameters.Layer from = before.layers().get(layer);
            Parameters.Layer to = after.layers().get(layer);
            check(definition, before, batch, from.weights(), to.weights());
            check(definition, before, batch, from.biases(), to.biases());
        }
    }

    private static void check(
            NetworkDefinition definition, Parameters parameters, Minibatch batch, INDArray values, INDArray learned) {
        Parameters unused = Parameters.zeros(definition, DataType.DOUBLE);
        for (long i = 0; i < values.length(); i++) {
            double value = values.getDouble(i);
            double gradient = value - learned.getDouble(i);
            values.putScalar(i, value + STEP);
            double above = learn(definition, parameters, batch, 0, unused);
            values.putScalar(i, value - STEP);
            double below = learn(definition, parameters, batch, 0, unused);
            values.putScalar(i, value);
            double difference = (above - below) / (2 * STEP);
            assertThat(Math.abs(gradient - difference))
                    .as("gradient %s, difference %s", gradient, difference)
                    .isLessThan(1e-6 * Math.max(1e-1, Math.abs(gradient) + Math.abs(difference)));
        }
    }

    /** Makes one step by gradient descent and returns the cost before it. */
    private static double learn(
            NetworkDefinition definition, Parameters from, Minibatch batch, double rate, Parameters learned) {
        LearningStatistics statistics = new LearningStatistics(definition);
        try (NeuralNetwork network =
                new Nd4jBackend(DataType.DOUBLE).create(definition, from, Networks.descent(rate), EXAMPLES)) {
            network.learn(batch, LearningStep.endless(), statistics);
            network.copyTo(learned);
        }
        return statistics.meanCost();
    }
}
