package org.rectify.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Split;

/** Bags of words in lines: the class or numbers of each text, and the terms that were kept of it. */
public final class FirstTexts {

    private FirstTexts() {}

    /** Whether the training examples of a data set are bags of words. */
    public static boolean shows(Dataset dataset) {
        return dataset.train().features() instanceof CompressedRows;
    }

    /**
     * The first training examples, a line each.
     *
     * @param texts at most
     * @param terms of each at most, in the order of columns
     */
    public static List<String> of(Dataset dataset, int texts, int terms) {
        Split train = dataset.train();
        if (!(train.features() instanceof CompressedRows rows)) {
            throw new IllegalArgumentException("dense rows are no bags of words");
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < Math.min(texts, train.size()); row++) {
            lines.add((row + 1) + " [" + told(dataset.info(), train, row) + "] "
                    + terms(rows, row, dataset.inputNames(), terms));
        }
        return lines;
    }

    /** The class of a text, or its numbers. */
    private static String told(DatasetInfo info, Split split, int row) {
        return info.classes().isEmpty()
                ? IntStream.range(0, info.targets().size())
                        .mapToObj(target -> String.valueOf((float) split.target(row, target)))
                        .collect(Collectors.joining(", "))
                : info.classes().get(split.label(row));
    }

    private static String terms(CompressedRows rows, int row, List<String> names, int most) {
        int kept = rows.start(row + 1) - rows.start(row);
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < Math.min(kept, most); i++) {
            int entry = rows.start(row) + i;
            int column = rows.column(entry);
            float value = rows.value(entry);
            text.add((names.isEmpty() ? "#" + column : names.get(column)) + (value == 1 ? "" : "=" + value));
        }
        return kept <= most ? text.toString() : text + " ... (" + kept + " terms)";
    }
}
