package org.rectify.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingListenersTest {

    @Test
    void tellsEveryListenerEverythingInOrder() {
        List<String> heard = new ArrayList<>();
        TrainingListener all = TrainingListeners.all(new Scribe("a", heard), new Scribe("b", heard));

        all.trainingStarted(100, 3);
        all.examplesLearned(1, 50);
        all.measured(new EpochReport(1, 10, 0.5, 0.25, Map.of(), Map.of(), List.of(), 1000, true));

        assertThat(heard)
                .containsExactly(
                        "a: 100 x 3", "b: 100 x 3", "a: 50 of epoch 1", "b: 50 of epoch 1", "a: epoch 1", "b: epoch 1");
    }

    private record Scribe(String name, List<String> heard) implements TrainingListener {

        @Override
        public void trainingStarted(int examples, int epochs) {
            heard.add(name + ": " + examples + " x " + epochs);
        }

        @Override
        public void examplesLearned(int epoch, int examples) {
            heard.add(name + ": " + examples + " of epoch " + epoch);
        }

        @Override
        public void measured(EpochReport report) {
            heard.add(name + ": epoch " + report.epoch());
        }
    }
}
