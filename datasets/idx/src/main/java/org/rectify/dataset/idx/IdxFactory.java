package org.rectify.dataset.idx;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * Examples from two pairs of IDX files, bytes divided by 255.
 *
 * <p>Images have rank 2 (vectors), 3 (height, width) or 4 (channels, height, width).
 */
final class IdxFactory implements DatasetFactory<IdxOptions> {

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String summary() {
        return "Any two pairs of IDX files, one pair for training and validation and one for the test.";
    }

    @Override
    public String source() {
        return "items 48 and 49";
    }

    @Override
    public Class<IdxOptions> options() {
        return IdxOptions.class;
    }

    /**
     * Reads the four files.
     *
     * @throws DataException when one is missing or damaged, or when they do not belong together
     * @throws InvalidOptionException when the validation split leaves nothing to train on, or vectors are to be transposed
     */
    @Override
    public Dataset create(IdxOptions options, ComponentContext context) {
        Path folder = context.experimentDirectory();
        LabelledIdx training = LabelledIdx.read(
                path(folder, "train-images", options.trainImages()),
                path(folder, "train-labels", options.trainLabels()));
        LabelledIdx test = LabelledIdx.read(
                path(folder, "test-images", options.testImages()), path(folder, "test-labels", options.testLabels()));
        requireSameShape(training, test);
        if (options.validationSize() >= training.size()) {
            throw new InvalidOptionException(
                    "validation-size",
                    options.validationSize(),
                    "less than the " + training.size() + " examples of " + training.imageFile());
        }
        List<String> classes = options.classes().isEmpty() ? numbered(training.largestLabel() + 1) : options.classes();
        training.requireLabelsBelow(classes.size());
        test.requireLabelsBelow(classes.size());
        int trainSize = training.size() - options.validationSize();
        LabelledIdx trainingShown = upright(training, options);
        LabelledIdx testShown = upright(test, options);
        return new InMemoryDataset(
                info(trainingShown.shape(), training, test, classes),
                trainingShown.split(0, trainSize),
                trainingShown.split(trainSize, options.validationSize()),
                testShown.split(0, test.size()));
    }

    private static LabelledIdx upright(LabelledIdx pair, IdxOptions options) {
        if (!options.transposed()) {
            return pair;
        }
        if (pair.shape().size() == 1) {
            throw new InvalidOptionException(
                    "transposed", true, "false, since " + pair.imageFile() + " holds vectors, not images");
        }
        return pair.transposed();
    }

    private static Path path(Path folder, String option, String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new InvalidOptionException(option, "\"" + path + "\"", "a file's path");
        }
    }

    private static void requireSameShape(LabelledIdx training, LabelledIdx test) {
        if (!training.shape().equals(test.shape())) {
            throw new DataException("images of " + training.imageFile() + " have the shape " + training.shape()
                    + ", but those of " + test.imageFile() + " " + test.shape() + "; they must be the same");
        }
    }

    private static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    }

    private static DatasetInfo info(List<Integer> shape, LabelledIdx training, LabelledIdx test, List<String> classes) {
        Map<String, String> checksums = new TreeMap<>();
        for (LabelledIdx pair : List.of(training, test)) {
            checksums.put(pair.imageFile().toString(), Checksums.sha256(pair.images()));
            checksums.put(pair.labelFile().toString(), Checksums.sha256(pair.labels()));
        }
        return new DatasetInfo(
                "idx",
                shape,
                OutputRange.UNIT_INTERVAL,
                classes,
                IntStream.range(0, classes.size()).mapToObj(Double::valueOf).toList(),
                "IDX files " + String.join(", ", checksums.keySet()),
                checksums);
    }
}
