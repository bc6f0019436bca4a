package org.rectify.engine.listener;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.Split;
import org.rectify.api.listener.Histogram;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.Parameters;

/** Histograms of a network's parameters, and of its hidden outputs for some examples that stay the same. */
final class NetworkHistograms {

    private static final int MOST_EXAMPLES = 1000;

    private final NeuralNetwork network;
    private final Minibatch examples;
    private final Parameters parameters;
    private final Buckets buckets = new Buckets();

    /**
     * @param split whose examples are looked at: evenly spaced ones, 1000 at most
     */
    NetworkHistograms(NeuralNetwork network, Split split) {
        this.network = network;
        this.parameters = Parameters.zeros(network.definition(), DataType.FLOAT);
        int[] places = new int[Math.min(MOST_EXAMPLES, split.size())];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) ((long) i * split.size() / places.length);
        }
        this.examples = Minibatch.forExamplesOf(split.features(), places.length);
        examples.gather(split, places, 0, places.length);
    }

    /** The network as it is now. */
    Map<String, Histogram> take() {
        Map<String, Histogram> taken = new LinkedHashMap<>();
        network.copyTo(parameters);
        for (int layer = 0; layer < parameters.layers().size(); layer++) {
            String name = network.definition().layerName(layer);
            put(taken, name + "/weights", parameters.layers().get(layer).weights());
            put(taken, name + "/biases", parameters.layers().get(layer).biases());
        }
        if (examples.size() > 0) {
            Observation observation = network.observe(examples);
            for (int layer = 0; layer < observation.hiddenLayers(); layer++) {
                put(taken, network.definition().layerName(layer) + "/outputs", observation.hidden(layer));
            }
        }
        return taken;
    }

    private void put(Map<String, Histogram> taken, String name, INDArray numbers) {
        buckets.count(Matrices.toFloats(numbers)).ifPresent(histogram -> taken.put(name, histogram));
    }
}
