package org.rectify.dataset.nistp.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.LabelledIdx;

/** EMNIST by class: four IDX files of 28 x 28 images, stored transposed (item 53b). */
final class Emnist {

    private static final int SIDE = 28;
    private static final List<String> FILES = List.of(
            "emnist-byclass-train-images-idx3-ubyte",
            "emnist-byclass-train-labels-idx1-ubyte",
            "emnist-byclass-test-images-idx3-ubyte",
            "emnist-byclass-test-labels-idx1-ubyte");

    private Emnist() {}

    /**
     * Reads the files where at least one of them lies in a folder, or in its folder {@code gzip}.
     *
     * @param checksums gets those of the files
     * @return the last tenth of the training file as validation, the test file as test
     * @throws DataException when some are missing, or one is damaged or of another kind
     */
    static Optional<SplitSources> find(Path folder, Map<String, String> checksums) {
        return Stream.of(folder, folder.resolve("gzip"))
                .filter(Emnist::holdsAFile)
                .findFirst()
                .map(found -> read(found, checksums));
    }

    private static boolean holdsAFile(Path folder) {
        return FILES.stream()
                .anyMatch(name ->
                        Files.isRegularFile(folder.resolve(name)) || Files.isRegularFile(folder.resolve(name + ".gz")));
    }

    private static SplitSources read(Path folder, Map<String, String> checksums) {
        List<Path> files = DataFiles.find(
                "EMNIST by class",
                folder,
                FILES,
                "Put the other files there too, or take these away: nistp works without.");
        LabelledIdx training = checked(LabelledIdx.read(files.get(0), files.get(1)));
        LabelledIdx test = checked(LabelledIdx.read(files.get(2), files.get(3)));
        for (LabelledIdx pair : List.of(training, test)) {
            checksums.put(pair.imageFile().toString(), Checksums.sha256(pair.images()));
            checksums.put(pair.labelFile().toString(), Checksums.sha256(pair.labels()));
        }
        int validation = training.size() - Math.max(1, training.size() / 10);
        if (validation == 0) {
            throw new DataException(training.imageFile() + ": one image; training and validation need one each");
        }
        return new SplitSources(
                "EMNIST by class " + folder + ": " + training.size() + " + " + test.size()
                        + " characters of NIST Special Database 19 (Cohen, Afshar, Tapson, van Schaik, 2017)",
                source(training, 0, validation),
                source(training, validation, training.size()),
                source(test, 0, test.size()));
    }

    private static LabelledIdx checked(LabelledIdx pair) {
        if (!pair.images().exampleShape().equals(List.of(SIDE, SIDE))) {
            throw DataException.at(
                    pair.imageFile(), 4, "images of " + pair.images().exampleShape() + ", must be 28 x 28");
        }
        return pair.requireLabelsBelow(CharacterClasses.COUNT);
    }

    private static CharacterSource source(LabelledIdx pair, int first, int last) {
        return new ScannedSource(
                pair.images().values(),
                SIDE,
                true,
                ClassIndex.byClass(pair.labels().values(), first, last));
    }
}
