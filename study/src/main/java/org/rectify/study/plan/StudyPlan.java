package org.rectify.study.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectify.engine.config.StudySpec;

/**
 * Everything a study may run, bound and checked.
 *
 * @param name of the experiment it varies
 * @param spec what it varies
 * @param metrics what it selects and reports by
 * @param rows by cell, replicate and grid point, in this order
 * @param data what is known of the data set of each experiment, by its description
 */
public record StudyPlan(
        String name, StudySpec spec, StudyMetrics metrics, List<PlacedTrial> rows, Map<String, PlannedData> data) {

    /** Copies the collections. */
    public StudyPlan {
        rows = List.copyOf(rows);
        data = Map.copyOf(data);
    }

    /** Every trial once, by identity, in the order of the rows. */
    public Map<String, PlannedTrial> trials() {
        Map<String, PlannedTrial> trials = new LinkedHashMap<>();
        rows.forEach(row -> trials.putIfAbsent(row.trial().identity(), row.trial()));
        return trials;
    }

    /** The rows of each cell. */
    public Collection<List<PlacedTrial>> cells() {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.cell().number(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** What is known of the data set of a trial. */
    public PlannedData dataOf(PlannedTrial trial) {
        PlannedData facts = data.get(PlannedData.key(trial.experiment()));
        if (facts == null) {
            throw new IllegalArgumentException("not a trial of this study: " + trial.name());
        }
        return facts;
    }
}
