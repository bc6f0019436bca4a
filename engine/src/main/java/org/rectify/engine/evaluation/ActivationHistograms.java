package org.rectify.engine.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.Split;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;

/**
 * Histograms of what the hidden layers of a network put out.
 *
 * @param examples how many were looked at
 * @param layers of each hidden layer from the first, after its sign mask
 */
public record ActivationHistograms(int examples, List<ActivationHistogram> layers) {

    private static final int MOST_EXAMPLES = 1000;

    /** Copies the list. */
    public ActivationHistograms {
        layers = List.copyOf(layers);
    }

    /**
     * Counts the outputs for the first examples of a split, 1000 at most.
     *
     * @return empty if there is no hidden layer, or no example
     */
    public static Optional<ActivationHistograms> measure(NeuralNetwork network, Split split) {
        int examples = Math.min(MOST_EXAMPLES, split.size());
        if (examples == 0 || network.definition().hidden().isEmpty()) {
            return Optional.empty();
        }
        Minibatch batch = Minibatch.forExamplesOf(split.features(), examples);
        batch.gather(split, 0, examples);
        Observation observation = network.observe(batch);
        return Optional.of(new ActivationHistograms(
                examples,
                IntStream.range(0, observation.hiddenLayers())
                        .mapToObj(layer -> ActivationHistogram.of(Matrices.toFloats(observation.hidden(layer))))
                        .toList()));
    }
}
