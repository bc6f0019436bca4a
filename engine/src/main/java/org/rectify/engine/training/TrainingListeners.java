package org.rectify.engine.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rectify.api.pretraining.LayerProgress;

/** Several listeners as one. */
public final class TrainingListeners {

    private TrainingListeners() {}

    /** A listener that tells others, in their order; what one of them throws reaches the training. */
    public static TrainingListener all(TrainingListener... listeners) {
        return new Combined(List.of(listeners));
    }

    private record Combined(List<TrainingListener> listeners) implements TrainingListener {

        @Override
        public void layerMeasured(LayerProgress progress) {
            tell(listener -> listener.layerMeasured(progress));
        }

        @Override
        public void layerPretrained(LayerProgress chosen) {
            tell(listener -> listener.layerPretrained(chosen));
        }

        @Override
        public void stackReused(Path file) {
            tell(listener -> listener.stackReused(file));
        }

        @Override
        public void trainingStarted(int examples, int epochs) {
            tell(listener -> listener.trainingStarted(examples, epochs));
        }

        @Override
        public void examplesLearned(int epoch, int examples) {
            tell(listener -> listener.examplesLearned(epoch, examples));
        }

        @Override
        public void measured(EpochReport report) {
            tell(listener -> listener.measured(report));
        }

        private void tell(Consumer<TrainingListener> message) {
            listeners.forEach(message);
        }
    }
}
