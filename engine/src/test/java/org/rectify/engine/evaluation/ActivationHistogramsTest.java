package org.rectify.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.kernels.Backend;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;

class ActivationHistogramsTest {

    static Stream<Backend> backends() {
        return Stream.of(new VectorBackend(1), new VectorBackend(2), new Nd4jBackend());
    }

    /** Of inputs (1, -1), (-1, 2), (3, 4) the rectifier leaves (1, 0), (0, 2), (3, 4); the second unit is negated. */
    @ParameterizedTest
    @MethodSource("backends")
    void countsOutputsAfterTheSignMask(Backend backend) {
        NetworkDefinition network = network(2, List.of(2), Networks.rectifier());
        Parameters parameters = Parameters.zeros(network, DataType.FLOAT);
        parameters.layers().get(0).weights().assign(Nd4j.eye(2));
        LabelledSplit split = new LabelledSplit(new FloatFeatures(new float[] {1, -1, -1, 2, 3, 4}, 2), row -> 0);

        ActivationHistogram layer = measure(backend, network, parameters, split)
                .orElseThrow()
                .layers()
                .get(0);

        assertThat(layer.outputs()).isEqualTo(6);
        assertThat(layer.zeros()).isEqualTo(2);
        assertThat(layer.lowest()).isEqualTo(-4);
        assertThat(layer.highest()).isEqualTo(3);
        // Bins of 7 / 40: -2 lies in the twelfth, 1 in the twenty-ninth.
        assertThat(layer.counts().get(0)).isEqualTo(1);
        assertThat(layer.counts().get(11)).isEqualTo(1);
        assertThat(layer.counts().get(28)).isEqualTo(1);
        assertThat(layer.counts().get(39)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void looksAtTheFirstThousandExamplesOnly(Backend backend) {
        NetworkDefinition network = network(5, List.of(7, 4), Networks.rectifier());
        Parameters parameters = Networks.uniform(network, 1, 3);
        LabelledSplit many = Networks.randomSplit(1300, 5, 2, 1);
        float[] first = new float[1000 * 5];
        for (int row = 0; row < 1000; row++) {
            ((FloatFeatures) many.features()).copyRow(row, first, row * 5);
        }

        Optional<ActivationHistograms> histograms = measure(backend, network, parameters, many);

        assertThat(histograms.orElseThrow().examples()).isEqualTo(1000);
        assertThat(histograms.orElseThrow().layers())
                .extracting(ActivationHistogram::outputs)
                .containsExactly(7000, 4000);
        assertThat(histograms)
                .isEqualTo(measure(
                        backend, network, parameters, new LabelledSplit(new FloatFeatures(first, 5), row -> 0)));
    }

    @Test
    void doesNotDependOnThreads() {
        NetworkDefinition network = network(20, List.of(150, 90), Networks.tanh());
        Parameters parameters = Networks.uniform(network, 0.3, 5);
        LabelledSplit split = Networks.randomSplit(450, 20, 2, 2);

        assertThat(measure(new VectorBackend(1), network, parameters, split))
                .isEqualTo(measure(new VectorBackend(2), network, parameters, split));
    }

    @Test
    void hasNothingToCountWithoutHiddenLayersOrExamples() {
        NetworkDefinition flat = network(5, List.of(), Networks.rectifier());
        NetworkDefinition deep = network(5, List.of(3), Networks.rectifier());

        assertThat(measure(new VectorBackend(1), flat, Networks.uniform(flat, 1, 1), Networks.randomSplit(10, 5, 2, 1)))
                .isEmpty();
        assertThat(measure(new VectorBackend(1), deep, Networks.uniform(deep, 1, 1), Networks.randomSplit(0, 5, 2, 1)))
                .isEmpty();
    }

    private static NetworkDefinition network(int inputs, List<Integer> units, Activation activation) {
        return Networks.network(inputs, units, 2, activation, true, Optional.empty());
    }

    private static Optional<ActivationHistograms> measure(
            Backend backend, NetworkDefinition network, Parameters parameters, LabelledSplit split) {
        try (NeuralNetwork model = backend.create(network, parameters, Networks.descent(0), 10)) {
            return ActivationHistograms.measure(model, split);
        }
    }
}
