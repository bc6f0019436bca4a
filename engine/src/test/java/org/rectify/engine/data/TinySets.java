package org.rectify.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;

/** Data sets of a few numbers. */
final class TinySets {

    private TinySets() {}

    /** Two classes, x and y. */
    static DatasetInfo info(OutputRange range, Integer... shape) {
        return new DatasetInfo(
                "tiny", List.of(shape), range, List.of("x", "y"), List.of(0.0, 1.0), "made up, CC0", Map.of("f", "00"));
    }

    /** Two numbers to be told, u and v. */
    static DatasetInfo measured(OutputRange range, Integer... shape) {
        return new DatasetInfo(
                "told", List.of(shape), range, List.of(), List.of(), "made up, CC0", Map.of(), List.of("u", "v"));
    }

    static Split split(int columns, int[] labels, float... values) {
        return new LabelledSplit(new FloatFeatures(values, columns), row -> labels[row]);
    }

    /** A set of any parts, its inputs named a, b, c and so on as far as there are names. */
    record Parts(
            DatasetInfo info,
            Split train,
            Split validation,
            Split test,
            Optional<Features> unlabelled,
            List<String> inputNames)
            implements Dataset {}

    /** Three texts of five terms: two of class y, one of x. */
    static Parts texts(List<String> names) {
        CompressedRows rows = new CompressedRows(
                5, new int[] {0, 3, 3, 5}, new int[] {0, 2, 4, 1, 3}, new float[] {1, 2, 1, 1, 0.5f});
        int[] labels = {1, 0, 1};
        Split split = new LabelledSplit(rows, row -> labels[row]);
        return new Parts(info(OutputRange.NON_NEGATIVE, 5), split, split, split, Optional.empty(), names);
    }
}
