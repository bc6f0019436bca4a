package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.Split;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.Penalty;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** Training gives the same parameters to the bit, however many threads share the work (item 86). */
class ThreadIndependenceTest {

    private static final int STEPS = 300;
    private static final int MINIBATCH = 10;

    @Test
    void rectifiersWithSignsAndPenaltyDoNotDependOnThreads() {
        assertSameParameters(activation("rectifier"), true, Optional.of(Networks.l1(0.001)), Networks.descent(0.05));
    }

    @Test
    void tanhDoesNotDependOnThreads() {
        assertSameParameters(activation("tanh"), false, Optional.empty(), Networks.descent(0.05));
    }

    @Test
    void anActivationOfWholeMinibatchesDoesNotDependOnThreads() {
        assertSameParameters(staged("rectifier-pair", false, Optional.of(Networks.l1(0.001))), Networks.descent(0.05));
    }

    @Test
    void anyOptimizerDoesNotDependOnThreads() {
        assertSameParameters(staged("rectifier", true, Optional.empty()), Networks.momentum(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"momentum", "adam"})
    void optimizersOfSingleNumbersDoNotDependOnThreads(String name) {
        Optimizer optimizer =
                Components.make(new TrainingPlugin().optimizers(), name, Map.of("learning-rate", "0.003"));

        assertSameParameters(staged("rectifier", true, Optional.empty()), optimizer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"l2-weights", "l1-weights", "kl-sparsity"})
    void penaltiesDoNotDependOnThreads(String name) {
        Penalty penalty = Components.make(new TrainingPlugin().penalties(), name, Map.of("coefficient", "0.001"));

        assertSameParameters(staged("sigmoid", true, Optional.of(penalty)), Networks.descent(0.05));
    }

    @Test
    void dropoutClassWeightsAndMaxNormDoNotDependOnThreads() {
        NetworkDefinition plain = staged("tanh", true, Optional.empty());
        Regularization regularization = new Regularization(
                List.of(), 0, List.of(0.5, 0.2, 0.0), OptionalDouble.of(0.8), List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        assertSameParameters(
                new NetworkDefinition(plain.inputs(), plain.hidden(), new SoftmaxLayer(5), regularization),
                Networks.descent(0.05));
    }

    /** Smaller, since copies for ND4J take their time. */
    private static NetworkDefinition staged(String activation, boolean half, Optional<Penalty> penalty) {
        return Networks.network(100, List.of(65, 130, 17), 10, activation(activation), half, penalty);
    }

    private static Activation activation(String name) {
        return Components.make(new ActivationsPlugin().activations(), name);
    }

    private static void assertSameParameters(
            Activation activation, boolean half, Optional<Penalty> penalty, Optimizer optimizer) {
        assertSameParameters(Networks.network(100, List.of(130, 257, 64), 10, activation, half, penalty), optimizer);
    }

    private static void assertSameParameters(NetworkDefinition network, Optimizer optimizer) {
        Parameters initial = Networks.uniform(network, 0.15, 5);
        String one = trained(network, initial, optimizer, 1);

        assertThat(one).doesNotContain(hash(initial));
        assertThat(trained(network, initial, optimizer, 2)).isEqualTo(one);
        assertThat(trained(network, initial, optimizer, 4)).isEqualTo(one);
    }

    private static String trained(NetworkDefinition network, Parameters initial, Optimizer optimizer, int threads) {
        Split split = Networks.randomSplit(50 * MINIBATCH, network.inputs(), network.outputs(), 8);
        Minibatch batch = Minibatch.forExamplesOf(split.features(), MINIBATCH);
        LearningStatistics statistics = new LearningStatistics(network);
        LearningStep now = LearningStep.endless();
        Parameters learned = Parameters.zeros(network, DataType.FLOAT);
        try (NeuralNetwork model = new VectorBackend(threads).create(network, initial, optimizer, MINIBATCH)) {
            for (int step = 0; step < STEPS; step++) {
                batch.gather(split, step * MINIBATCH % split.size(), MINIBATCH);
                model.learn(batch, now, statistics);
                now.next();
            }
            model.copyTo(learned);
        }
        return hash(learned) + " at a mean cost of " + statistics.meanCost();
    }

    private static String hash(Parameters parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Parameters.Layer layer : parameters.layers()) {
                update(digest, layer.weights());
                update(digest, layer.biases());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, INDArray array) {
        float[] values = Matrices.toFloats(array);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
    }
}
