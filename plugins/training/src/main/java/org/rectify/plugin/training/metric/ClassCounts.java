package org.rectify.plugin.training.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.Observation;

/** How many examples of each class were told to be of each class: what confusion and F1 are made of. */
final class ClassCounts {

    private final List<String> classes;
    private final long[][] counts;

    ClassCounts(DatasetInfo dataset) {
        this.classes = dataset.classes();
        this.counts = new long[classes.size()][classes.size()];
    }

    void observe(Observation batch) {
        for (int example = 0; example < batch.size(); example++) {
            counts[batch.label(example)][batch.predicted(example)]++;
        }
    }

    int classes() {
        return counts.length;
    }

    /** Examples of a class that were told to be of it. */
    long hits(int label) {
        return counts[label][label];
    }

    /** Examples of a class. */
    long occurring(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /** Examples told to be of a class. */
    long told(int label) {
        return Arrays.stream(counts).mapToLong(row -> row[label]).sum();
    }

    /** The fraction of examples told to be of another class than their own. */
    double errorRate() {
        long hits = IntStream.range(0, classes()).mapToLong(this::hits).sum();
        long examples = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        return (double) (examples - hits) / examples;
    }

    /** A row for each true class, a column for each one told. */
    MetricMatrix matrix() {
        return new MetricMatrix(
                classes,
                classes,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).asDoubleStream().boxed().toList())
                        .toList());
    }
}
