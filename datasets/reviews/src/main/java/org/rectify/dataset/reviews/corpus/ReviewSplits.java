package org.rectify.dataset.reviews.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;

/**
 * Reviews sorted into splits.
 *
 * @param train with labels
 * @param validation with labels
 * @param test with labels
 * @param unlabelled further training reviews; labels they may have are not looked at
 */
public record ReviewSplits(List<Review> train, List<Review> validation, List<Review> test, List<Review> unlabelled) {

    private static final int MOST_CLASSES = 256;

    /**
     * Bags of the terms of a vocabulary.
     *
     * @param name of the data set
     * @param source where the reviews came from
     * @param checksums of the files read
     * @param vocabulary of the training reviews
     * @throws DataException when there are no labels to tell apart
     */
    public ReviewDataset dataset(String name, String source, Map<String, String> checksums, Vocabulary vocabulary) {
        List<Label> classes = classes(name);
        Split trainSplit = split(train, vocabulary, classes);
        CompressedRows unlabelledRows = vocabulary.rows(unlabelled);
        double density = ReviewDataset.density((CompressedRows) trainSplit.features(), unlabelledRows);
        DatasetInfo info = new DatasetInfo(
                name,
                List.of(vocabulary.terms().size()),
                OutputRange.UNIT_INTERVAL,
                classes.stream().map(Label::name).toList(),
                classes.stream().map(Label::value).toList(),
                source + String.format(Locale.ROOT, "; density of the training reviews %.3f %%", 100 * density),
                checksums);
        return new ReviewDataset(
                info,
                trainSplit,
                split(validation, vocabulary, classes),
                split(test, vocabulary, classes),
                unlabelledRows,
                vocabulary.terms());
    }

    /** All training reviews, labelled or not: those a vocabulary may be made of. */
    public List<Review> training() {
        List<Review> training = new ArrayList<>(train);
        training.addAll(unlabelled);
        return training;
    }

    /** The labels that occur, in rising order. */
    private List<Label> classes(String name) {
        TreeSet<Label> labels = new TreeSet<>();
        Stream.of(train, validation, test)
                .flatMap(List::stream)
                .forEach(review -> labels.add(Objects.requireNonNull(review.label())));
        if (labels.size() < 2 || labels.size() > MOST_CLASSES) {
            throw new DataException(name + ": the reviews have " + labels.size() + " different labels; needed are 2 to "
                    + MOST_CLASSES);
        }
        return List.copyOf(labels);
    }

    private static Split split(List<Review> reviews, Vocabulary vocabulary, List<Label> classes) {
        byte[] labels = new byte[reviews.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) classes.indexOf(reviews.get(row).label());
        }
        return LabelledSplit.of(vocabulary.rows(reviews), labels, 0);
    }
}
