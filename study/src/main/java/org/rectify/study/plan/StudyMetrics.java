package org.rectify.study.plan;

import java.util.Map;
import org.rectify.api.facts.MetricDescription;

/**
 * What a study selects and reports by.
 *
 * @param selectBy the metric whose best value on validation examples selects a point of the grid
 * @param reported the metric on test examples that the table shows
 * @param descriptions of every metric that some experiment measures, by name
 */
public record StudyMetrics(String selectBy, String reported, Map<String, MetricDescription> descriptions) {

    /** Copies the map; refuses names that are not described. */
    public StudyMetrics {
        descriptions = Map.copyOf(descriptions);
        if (!descriptions.containsKey(selectBy) || !descriptions.containsKey(reported)) {
            throw new IllegalArgumentException(
                    selectBy + " and " + reported + " are not among " + descriptions.keySet());
        }
    }

    /** How the values of a metric are read and shown. */
    public MetricDescription description(String metric) {
        MetricDescription description = descriptions.get(metric);
        if (description == null) {
            throw new IllegalArgumentException("no experiment of the study measures '" + metric + "'");
        }
        return description;
    }

    /** What a point of the grid is selected by. */
    public MetricDescription criterion() {
        return description(selectBy);
    }
}
