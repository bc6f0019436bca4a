package org.rectify.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param inputs of the examined examples; empty for a split without examples
 */
public record SplitDescription(
        String name, int examples, int examined, List<Integer> classCounts, Optional<InputStatistics> inputs) {

    /** Copies the list. */
    public SplitDescription {
        classCounts = List.copyOf(classCounts);
    }

    /**
     * Reads the examples of a split, one at a time, in their order.
     *
     * @param most how many examples to read at most
     * @throws DataException when a label is not one of a class
     */
    static SplitDescription of(String name, Split split, DatasetInfo info, int most) {
        int examples = split.size();
        int examined = Math.min(examples, most);
        Integer[] counts = new Integer[info.classes().size()];
        Arrays.fill(counts, 0);
        for (int i = 0; i < examined; i++) {
            int row = spaced(i, examples, examined);
            int label = split.label(row);
            if (label < 0 || label >= counts.length) {
                throw new DataException(info.name() + ", " + name + " example " + row + ": label " + label
                        + ", but there are " + counts.length + " classes");
            }
            counts[label]++;
        }
        return new SplitDescription(
                name, examples, examined, List.of(counts), inputs(split.features(), info, examined));
    }

    /** Reads unlabelled examples likewise. */
    static SplitDescription unlabelled(Features features, DatasetInfo info, int most) {
        int examined = Math.min(features.rows(), most);
        return new SplitDescription(
                "unlabelled", features.rows(), examined, List.of(), inputs(features, info, examined));
    }

    private static Optional<InputStatistics> inputs(Features features, DatasetInfo info, int examined) {
        if (examined == 0) {
            return Optional.empty();
        }
        int channels = Tile.shows(info.shape()) ? info.shape().get(0) : 1;
        Moments moments = new Moments(features.columns(), channels);
        for (int i = 0; i < examined; i++) {
            moments.add(features, spaced(i, features.rows(), examined));
        }
        return Optional.of(moments.statistics());
    }

    private static int spaced(int i, int examples, int examined) {
        return (int) ((long) i * examples / examined);
    }
}
