package org.rectify.dataset.mnist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * The digits of a training and a test file, validation examples at the end of the training file.
 *
 * @param training examples of the training file
 * @param test examples of the test file
 * @param validationSize how many examples of the training file, from its last, are for validation
 * @param checksums SHA-256 of the uncompressed content of each file that was read, by its path
 */
record MnistDigits(LabelledIdx training, LabelledIdx test, int validationSize, Map<String, String> checksums) {

    private static final int CLASSES = 10;

    MnistDigits {
        training.requireLabelsBelow(CLASSES);
        test.requireLabelsBelow(CLASSES);
    }

    /** The splits; the three share the arrays of the files. */
    Dataset dataset(String name, String source, int trainSize) {
        return new InMemoryDataset(
                info(name, source),
                training.split(0, trainSize),
                training.split(training.size() - validationSize, validationSize),
                test.split(0, test.size()));
    }

    private DatasetInfo info(String name, String source) {
        return new DatasetInfo(
                name,
                training.shape(),
                OutputRange.UNIT_INTERVAL,
                IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList(),
                IntStream.range(0, CLASSES).mapToObj(Double::valueOf).toList(),
                source,
                checksums);
    }

    /** SHA-256 of the uncompressed content of each file, by its path. */
    static Map<String, String> checksums(LabelledIdx training, LabelledIdx test) {
        Map<String, String> checksums = new TreeMap<>();
        for (LabelledIdx pair : List.of(training, test)) {
            checksums.put(pair.imageFile().toString(), Checksums.sha256(pair.images()));
            checksums.put(pair.labelFile().toString(), Checksums.sha256(pair.labels()));
        }
        return checksums;
    }
}
