package org.rectify.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.activation.Activation;
import org.rectify.api.dataset.Split;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.kernels.Backend;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** Layers in which units compete: what it saves that losers are zero, and which networks are refused. */
class CompetingUnitsTest {

    private static final int MINIBATCH = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "half negated: {0}")
    @CsvSource({"false", "true"})
    void whatLosesIsNeverMultipliedForwardOrBackward(boolean half) {
        NetworkDefinition network =
                Networks.network(50, List.of(100, 200), 10, activation("k-winners"), half, Optional.empty());
        LearningStatistics statistics = new LearningStatistics(network);

        long multiplyAdds = learnOnce(new VectorBackend(1), network, statistics);

        // A tenth of the units wins: 10 of 100, and 20 of 200. No input is zero.
        assertThat(statistics.sparsity(0)).isCloseTo(0.9, within(1e-12));
        assertThat(statistics.sparsity(1)).isCloseTo(0.9, within(1e-12));
        assertThat(multiplyAdds).isEqualTo(MINIBATCH * (2 * 50 * 100 + 3 * 10 * 200 + 3 * 20 * 10));
    }

    @Test
    void bothBackendsCountTheSameZeros() {
        NetworkDefinition network =
                Networks.network(50, List.of(100, 200), 10, activation("k-winners"), true, Optional.empty());
        LearningStatistics vector = new LearningStatistics(network);
        LearningStatistics reference = new LearningStatistics(network);

        learnOnce(new VectorBackend(2), network, vector);
        learnOnce(new Nd4jBackend(), network, reference);

        for (int layer = 0; layer < 2; layer++) {
            assertThat(vector.sparsity(layer)).isEqualTo(reference.sparsity(layer));
            assertThat(vector.deadUnits(layer)).isEqualTo(reference.deadUnits(layer));
            assertThat(vector.meanAbsolute(layer)).isCloseTo(reference.meanAbsolute(layer), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxout, pieces = 3 | network.activation.pieces = 3: must be a divisor of 10, the units of a hidden layer",
                "k-winners, k = 11 | network.activation.k = 11: must be at most 10, the units of the smallest hidden layer"
            })
    void groupsThatDoNotFitTheLayersAreRefusedBeforeTraining(String activation, String message) throws IOException {
        Path file = folder.resolve("experiment.conf");
        Files.writeString(file, """
                dataset = none
                network {
                  hidden = [12, 10]
                  activation { type = %s }
                }
                """.formatted(activation));
        ComponentRegistry registry = ComponentRegistry.of(Map.of(
                new PluginIdentity("bundled", "1", "here", "00"),
                List.<Plugin>of(new ActivationsPlugin(), new TrainingPlugin())));

        assertThatThrownBy(() -> Experiments.load(file, List.of(), registry, folder))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("experiment.conf:4: " + message);
    }

    private static long learnOnce(Backend backend, NetworkDefinition network, LearningStatistics statistics) {
        Split split = Networks.randomSplit(MINIBATCH, network.inputs(), network.outputs(), 1);
        Minibatch batch = Minibatch.forExamplesOf(split.features(), MINIBATCH);
        batch.gather(split, 0, MINIBATCH);
        try (NeuralNetwork model =
                backend.create(network, Networks.uniform(network, 0.3, 2), Networks.descent(0.1), MINIBATCH)) {
            model.learn(batch, LearningStep.endless(), statistics);
            return model.multiplyAdds();
        }
    }

    private static Activation activation(String name) {
        return Components.make(new ActivationsPlugin().activations(), name);
    }
}
