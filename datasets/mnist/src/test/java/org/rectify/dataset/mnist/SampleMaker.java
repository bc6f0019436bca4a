package org.rectify.dataset.mnist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxWriter;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * Makes the files of the data set {@code mnist-sample} from MNIST's official ones.
 *
 * <p>From the first 50,000 examples of the training file, from its last 10,000 and from the test file, as many examples of
 * each class are taken, spread evenly over all examples of that class, and kept in their order. With {@code DATA} the
 * folder that holds the folder {@code mnist}:
 *
 * <pre>{@code
 * mvn -B -q test-compile -pl datasets/mnist -am
 * java -cp api/target/classes:datasets/formats/target/classes:datasets/mnist/target/classes:datasets/mnist/target/test-classes \
 *     org.rectify.dataset.mnist.SampleMaker DATA datasets/mnist/src/main/resources/org/rectify/dataset/mnist/sample
 * }</pre>
 */
final class SampleMaker {

    private static final int CLASSES = 10;

    private SampleMaker() {}

    /** Writes the four files of the sample; arguments: the data directory, the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments: the data directory and the folder to write to");
        }
        for (Map.Entry<String, IdxArray> file : make(Path.of(arguments[0])).entrySet()) {
            Path target = Path.of(arguments[1], file.getKey() + ".gz");
            try (OutputStream gzip = new SmallestGzip(Files.newOutputStream(target))) {
                IdxWriter.write(file.getValue(), gzip);
            }
        }
    }

    /** The content of the sample's files, by name. */
    static Map<String, IdxArray> make(Path dataDirectory) {
        List<Path> files = DataFiles.find(
                "MNIST", dataDirectory.resolve("mnist"), OfficialFile.names().toList(), "");
        LabelledIdx training = LabelledIdx.read(files.get(0), files.get(1));
        LabelledIdx test = LabelledIdx.read(files.get(2), files.get(3));
        List<Integer> chosenForTraining = new ArrayList<>(chosen(training, 0, 50_000, MnistSampleFactory.TRAIN_SIZE));
        chosenForTraining.addAll(chosen(training, 50_000, 60_000, MnistSampleFactory.VALIDATION_SIZE));
        List<Integer> chosenForTest = chosen(test, 0, 10_000, MnistSampleFactory.TEST_SIZE);

        Map<String, IdxArray> sample = new LinkedHashMap<>();
        sample.put(OfficialFile.TRAIN_IMAGES.name(), picked(training.images(), chosenForTraining));
        sample.put(OfficialFile.TRAIN_LABELS.name(), picked(training.labels(), chosenForTraining));
        sample.put(OfficialFile.TEST_IMAGES.name(), picked(test.images(), chosenForTest));
        sample.put(OfficialFile.TEST_LABELS.name(), picked(test.labels(), chosenForTest));
        return sample;
    }

    /** The indices of {@code size} examples between two places of a file, a tenth of them from each class. */
    private static List<Integer> chosen(LabelledIdx digits, int from, int to, int size) {
        List<Integer> chosen = new ArrayList<>();
        for (int label = 0; label < CLASSES; label++) {
            List<Integer> ofClass = new ArrayList<>();
            for (int example = from; example < to; example++) {
                if (digits.labels().values()[example] == label) {
                    ofClass.add(example);
                }
            }
            int share = size / CLASSES;
            for (int i = 0; i < share; i++) {
                chosen.add(ofClass.get((int) ((long) i * ofClass.size() / share)));
            }
        }
        Collections.sort(chosen);
        return chosen;
    }

    private static IdxArray picked(IdxArray array, List<Integer> examples) {
        int size = array.exampleSize();
        byte[] values = new byte[examples.size() * size];
        for (int i = 0; i < examples.size(); i++) {
            System.arraycopy(array.values(), examples.get(i) * size, values, i * size, size);
        }
        List<Integer> dimensions = new ArrayList<>(array.dimensions());
        dimensions.set(0, examples.size());
        return new IdxArray(dimensions, values);
    }

    private static final class SmallestGzip extends GZIPOutputStream {

        SmallestGzip(OutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
