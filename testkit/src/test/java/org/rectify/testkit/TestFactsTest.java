package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;

class TestFactsTest {

    private static final TestFacts FACTS = TestFacts.of(Task.CLASSIFICATION);

    @Test
    void anExperimentHasDataOfItsTask() {
        DataFacts classes = FACTS.data().orElseThrow();
        assertThat(classes.classes()).hasSize(5);
        assertThat(classes.targets()).isEmpty();
        DataFacts numbers = TestFacts.of(Task.REGRESSION).data().orElseThrow();
        assertThat(numbers.classes()).isEmpty();
        assertThat(numbers.targets()).hasSize(3);
    }

    @Test
    void anExperimentIsChangedByMakingACopy() {
        LayerFacts layer = new LayerFacts(7, 7, OutputRange.REAL, true, false);
        assertThat(FACTS.withHiddenLayers(layer).hiddenLayers()).containsExactly(layer);
        assertThat(FACTS.withoutData().data()).isEmpty();
        assertThat(FACTS.withoutData().withData(FACTS.data().orElseThrow())).isEqualTo(FACTS);
        assertThat(FACTS.component("network.activation")).isEmpty();
        assertThat(FACTS.withComponent("network.activation", "tanh").component("network.activation"))
                .contains("tanh");
        assertThat(FACTS.alternatives(Activation.class)).isEmpty();
    }

    @Test
    void metricsKeepTheirOrder() {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        for (String name : new String[] {"z", "a", "m"}) {
            metrics.put(name, new MetricDescription(name, Unit.NUMBER, Direction.LOWER));
        }
        assertThat(FACTS.withMetrics(metrics).metrics().keySet()).containsExactly("z", "a", "m");
    }
}
