package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.kernels.network.Named;

class MetricDescriptionsTest {

    /** Measures nothing, and says so. */
    private record Titled(String title) implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription(title, Unit.FRACTION, Direction.HIGHER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void theFirstMetricIsTheHeadline() {
        MetricDescriptions metrics = MetricDescriptions.of(
                List.of(Named.of("score", new Titled("score")), Named.of("accuracy", new Titled("right"))));

        assertThat(metrics.headline()).hasValue("score");
        assertThat(metrics.byName().keySet()).containsExactly("score", "accuracy");
        assertThat(metrics.of("accuracy")).isEqualTo(new MetricDescription("right", Unit.FRACTION, Direction.HIGHER));
        assertThat(MetricDescriptions.of(List.of()).headline()).isEmpty();
    }

    @Test
    void aTitleThatIsTakenGivesWayToTheName() {
        MetricDescriptions metrics = MetricDescriptions.of(List.of(
                Named.of("score", new Titled("score")), new Named<>("finer-score", "score", new Titled("score"))));

        assertThat(metrics.of("score").title()).isEqualTo("score");
        assertThat(metrics.of("finer-score"))
                .isEqualTo(new MetricDescription("finer score", Unit.FRACTION, Direction.HIGHER));
    }

    @Test
    void ofMetricsThatSayNothingTheNameIsTheTitle() {
        MetricDescriptions metrics = MetricDescriptions.unknown(List.of("error-rate", "-", ""));

        assertThat(metrics.of("error-rate"))
                .isEqualTo(new MetricDescription("error rate", Unit.NUMBER, Direction.NEITHER));
        assertThat(metrics.of("-").title()).isEqualTo("'-'");
        assertThat(metrics.of("").title()).isEqualTo("''");
        assertThat(metrics.of("never-heard-of").unit()).isEqualTo(Unit.NUMBER);
    }
}
