package org.rectify.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.engine.image.Tile;

/**
 * What is in a split.
 *
 * @param name train, validation, test or unlabelled
 * @param examples in all
 * @param examined examples that counts and statistics are of: all, or as many evenly spaced ones
 * @param classCounts examined examples of each class, in the order of labels; none where there are no labels
 * @param targets numbers that are to be told of examined examples, in their order; none where there are none
 * @param inputs of the examined examples; empty for a split without examples
 */
public record SplitDescription(
        String name,
        int examples,
        int examined,
        List<Integer> classCounts,
        List<TargetStatistics> targets,
        Optional<InputStatistics> inputs) {

    /** Copies the lists. */
    public SplitDescription {
        classCounts = List.copyOf(classCounts);
        targets = List.copyOf(targets);
    }

    /**
     * Reads the examples of a split, one at a time, in their order.
     *
     * @param most how many examples to read at most
     * @throws DataException when a label is not one of a class, or a number is none
     */
    static SplitDescription of(String name, Split split, DatasetInfo info, int most) {
        int[] rows = spaced(split.size(), Math.min(split.size(), most));
        return new SplitDescription(
                name,
                split.size(),
                rows.length,
                info.classes().isEmpty() ? List.of() : classCounts(name, split, info, rows),
                targets(name, split, info, rows),
                inputs(split.features(), info, rows));
    }

    private static List<Integer> classCounts(String name, Split split, DatasetInfo info, int[] rows) {
        Integer[] counts = new Integer[info.classes().size()];
        Arrays.fill(counts, 0);
        for (int row : rows) {
            int label = split.label(row);
            if (label < 0 || label >= counts.length) {
                throw new DataException(info.name() + ", " + name + " example " + row + ": label " + label
                        + ", but there are " + counts.length + " classes");
            }
            counts[label]++;
        }
        return List.of(counts);
    }

    private static List<TargetStatistics> targets(String name, Split split, DatasetInfo info, int[] rows) {
        List<TargetStatistics> targets = new ArrayList<>();
        for (int target = 0; target < info.targets().size() && rows.length > 0; target++) {
            double[] numbers = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = split.target(rows[i], target);
                if (!Double.isFinite(numbers[i])) {
                    throw new DataException(info.name() + ", " + name + " example " + rows[i] + ": "
                            + info.targets().get(target) + " is " + numbers[i] + ", must be finite");
                }
            }
            targets.add(TargetStatistics.of(numbers));
        }
        return targets;
    }

    /** Reads unlabelled examples likewise. */
    static SplitDescription unlabelled(Features features, DatasetInfo info, int most) {
        int[] rows = spaced(features.rows(), Math.min(features.rows(), most));
        return new SplitDescription(
                "unlabelled", features.rows(), rows.length, List.of(), List.of(), inputs(features, info, rows));
    }

    private static Optional<InputStatistics> inputs(Features features, DatasetInfo info, int[] rows) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        int channels = Tile.shows(info.shape()) ? info.shape().get(0) : 1;
        Moments moments = new Moments(features.columns(), channels);
        for (int row : rows) {
            moments.add(features, row);
        }
        return Optional.of(moments.statistics());
    }

    private static int[] spaced(int examples, int examined) {
        return IntStream.range(0, examined)
                .map(i -> (int) ((long) i * examples / examined))
                .toArray();
    }
}
