package org.rectify.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.engine.config.MetricDescriptions;

/** What the metrics of experiments in tests are. */
final class Described {

    private Described() {}

    /** Those of every result of a classification. */
    static MetricDescriptions classification() {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        metrics.put("error-rate", new MetricDescription("error", Unit.EXAMPLES, Direction.LOWER));
        metrics.put(
                "negative-log-likelihood",
                new MetricDescription("negative log-likelihood", Unit.NATS, Direction.LOWER));
        metrics.put("sparsity", new MetricDescription("sparsity", Unit.FRACTION, Direction.NEITHER));
        return new MetricDescriptions(metrics);
    }

    /** Those of a regression, and another's of each layer. */
    static MetricDescriptions regression() {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        metrics.put("rmse", new MetricDescription("RMSE", Unit.named("stars"), Direction.LOWER));
        metrics.put("activity", new MetricDescription("mean |h|", Unit.NUMBER, Direction.NEITHER));
        return new MetricDescriptions(metrics);
    }
}
