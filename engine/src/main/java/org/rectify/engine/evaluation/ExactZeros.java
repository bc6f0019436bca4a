package org.rectify.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.metric.Observation;

/** Counts exact zeros among the outputs of each hidden layer, and among the inputs (item 24). */
public final class ExactZeros {

    private final List<long[]> layers = new ArrayList<>();
    private final long[] inputs = new long[2];

    /** Takes in a minibatch. */
    public void observe(Observation batch) {
        for (int layer = 0; layer < batch.hiddenLayers(); layer++) {
            if (layer == layers.size()) {
                layers.add(new long[2]);
            }
            add(layers.get(layer), batch.zeros(layer), (long) batch.size() * batch.hiddenOutputs(layer));
        }
        add(inputs, batch.inputZeros(), (long) batch.size() * batch.inputs());
    }

    private static void add(long[] counts, long zeros, long numbers) {
        counts[0] += zeros;
        counts[1] += numbers;
    }

    /** The fraction of zeros of each hidden layer. */
    public List<Double> ofLayers() {
        return layers.stream().map(counts -> (double) counts[0] / counts[1]).toList();
    }

    /** The fraction over all hidden outputs; of the inputs where there is no hidden layer. */
    public double ofAll() {
        if (layers.isEmpty()) {
            return (double) inputs[0] / inputs[1];
        }
        long[] all = new long[2];
        layers.forEach(counts -> add(all, counts[0], counts[1]));
        return (double) all[0] / all[1];
    }
}
