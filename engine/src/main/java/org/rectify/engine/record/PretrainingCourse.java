package org.rectify.engine.record;

import java.util.List;
import java.util.Optional;
import org.rectify.api.pretraining.LayerProgress;

/**
 * What {@code pretraining.jsonl} tells (item 46).
 *
 * @param epochs of every layer and learning rate, in their order
 * @param chosen of each layer, the epoch and rate of the lowest held-out cost
 * @param reused the stack that was pre-trained by another run; empty where this run pre-trained its own
 */
public record PretrainingCourse(List<LayerProgress> epochs, List<LayerProgress> chosen, Optional<String> reused) {

    /** Copies the lists. */
    public PretrainingCourse {
        epochs = List.copyOf(epochs);
        chosen = List.copyOf(chosen);
    }

    /** The epochs of a layer at the rate that was chosen for it; none where nothing was chosen. */
    public List<LayerProgress> chosenEpochs(int layer) {
        return chosen.stream()
                .filter(one -> one.layer() == layer)
                .findFirst()
                .map(choice -> epochs.stream()
                        .filter(epoch -> epoch.layer() == layer && epoch.learningRate() == choice.learningRate())
                        .toList())
                .orElse(List.of());
    }
}
