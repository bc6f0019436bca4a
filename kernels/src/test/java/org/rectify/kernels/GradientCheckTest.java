package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.dataset.Split;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.testkit.Components;

/** Supervised gradients against central differences in 64 bits (item 85). */
class GradientCheckTest {

    private static final double STEP = 1e-6;

    static Stream<Arguments> activations() {
        List<ActivationFactory<?>> factories = new ActivationsPlugin().activations();
        return factories.stream()
                .flatMap(factory -> Stream.of(true, false)
                        .map(masked -> Arguments.of(
                                factory.name(), Components.<Activation>make(factories, factory.name()), masked)));
    }

    @ParameterizedTest(name = "{0}, masked: {2}")
    @MethodSource("activations")
    void gradientsAgreeWithCentralDifferences(String name, Activation activation, boolean masked) {
        NetworkDefinition definition =
                Networks.network(5, List.of(4, 6), 3, activation, masked, Optional.of(Networks.l1(0.01)));
        Parameters before = Networks.uniform(definition, 0.8, 3);
        Minibatch batch = Minibatch.forExamplesOf(examples().features(), 6);
        batch.gather(examples(), 0, 6);
        Parameters after = Parameters.zeros(definition, DataType.DOUBLE);
        try (NeuralNetwork network =
                new Nd4jBackend(DataType.DOUBLE).create(definition, before, Networks.descent(1), 6)) {
            network.learn(batch, LearningStep.endless(), new LearningStatistics(definition));
            network.copyTo(after);
        }
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            check(
                    definition,
                    before,
                    batch,
                    before.layers().get(layer).weights(),
                    after.layers().get(layer).weights());
            check(
                    definition,
                    before,
                    batch,
                    before.layers().get(layer).biases(),
                    after.layers().get(layer).biases());
        }
    }

    private static void check(
            NetworkDefinition definition, Parameters parameters, Minibatch batch, INDArray values, INDArray learned) {
        for (long i = 0; i < values.length(); i++) {
            double value = values.getDouble(i);
            double gradient = value - learned.getDouble(i);
            values.putScalar(i, value + STEP);
            double above = cost(definition, parameters, batch);
            values.putScalar(i, value - STEP);
            double below = cost(definition, parameters, batch);
            values.putScalar(i, value);
            double difference = (above - below) / (2 * STEP);
            assertThat(Math.abs(gradient - difference))
                    .as("gradient %s, difference %s", gradient, difference)
                    .isLessThan(1e-6 * Math.max(1e-2, Math.abs(gradient) + Math.abs(difference)));
        }
    }

    private static double cost(NetworkDefinition definition, Parameters parameters, Minibatch batch) {
        LearningStatistics statistics = new LearningStatistics(definition);
        try (NeuralNetwork network =
                new Nd4jBackend(DataType.DOUBLE).create(definition, parameters, Networks.descent(0), 6)) {
            network.learn(batch, LearningStep.endless(), statistics);
        }
        return statistics.meanCost();
    }

    private static Split examples() {
        return Networks.randomSplit(6, 5, 3, 11);
    }
}
