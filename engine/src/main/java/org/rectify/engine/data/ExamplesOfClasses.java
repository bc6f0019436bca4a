package org.rectify.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.dataset.Split;

/**
 * The first examples of each class, or of a split without classes.
 *
 * @param rows of the split, by class, or in groups of a size
 */
record ExamplesOfClasses(List<List<Integer>> rows) {

    private static final int MOST_LOOKED_AT = 100_000;

    /**
     * Looks through a split from its beginning, until enough are found or 100,000 examples seen.
     *
     * @param classes the first classes, as many of them
     * @param each examples of each class at most
     */
    static ExamplesOfClasses of(Split split, int classes, int each) {
        List<List<Integer>> rows = IntStream.range(0, classes)
                .<List<Integer>>mapToObj(label -> new ArrayList<>())
                .toList();
        int missing = classes * each;
        for (int row = 0; row < Math.min(split.size(), MOST_LOOKED_AT) && missing > 0; row++) {
            int label = split.label(row);
            if (label >= 0 && label < classes && rows.get(label).size() < each) {
                rows.get(label).add(row);
                missing--;
            }
        }
        return new ExamplesOfClasses(rows);
    }

    /**
     * The first examples, whatever they are.
     *
     * @param groups at most
     * @param each examples of each group at most
     */
    static ExamplesOfClasses regardless(Split split, int groups, int each) {
        int shown = (int) Math.min(split.size(), (long) groups * each);
        return new ExamplesOfClasses(IntStream.range(0, (shown + each - 1) / each)
                .mapToObj(group -> IntStream.range(group * each, Math.min(shown, (group + 1) * each))
                        .boxed()
                        .toList())
                .toList());
    }
}
