package org.rectify.dataset.nistp.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * NIST's Special Database 19 in its folders {@code by_class/XX/{train_XX,hsf_K}}, XX the hexadecimal ASCII code (item 53a).
 *
 * <p>Series 4 is for the test. Of the others, or of {@code train_XX} where it is there, the last tenth in the order of names is
 * for validation.
 */
final class NistFolders {

    private static final String TEST_SERIES = "hsf_4";

    private final Path folder;
    private final int mostPerClass;

    private NistFolders(Path folder, int mostPerClass) {
        this.folder = folder;
        this.mostPerClass = mostPerClass;
    }

    /**
     * Reads the folder {@code by_class} of a folder, where it is there.
     *
     * @param mostPerClass how many training images of a class are read, and how many of its test images
     * @param checksums gets one sum over all images
     * @throws DataException when a file is damaged, or a split remains without a character
     */
    static Optional<SplitSources> find(Path folder, int mostPerClass, Map<String, String> checksums) {
        Path byClass = folder.resolve("by_class");
        return Files.isDirectory(byClass)
                ? Optional.of(new NistFolders(byClass, mostPerClass).read(checksums))
                : Optional.empty();
    }

    private SplitSources read(Map<String, String> checksums) {
        List<List<Path>> train = new ArrayList<>();
        List<List<Path>> validation = new ArrayList<>();
        List<List<Path>> test = new ArrayList<>();
        for (int i = 0; i < CharacterClasses.COUNT; i++) {
            List<Path> learned = learned(CharacterClasses.folder(i));
            int last = learned.size() - learned.size() / 10;
            train.add(learned.subList(0, last));
            validation.add(learned.subList(last, learned.size()));
            test.add(images(folder.resolve(CharacterClasses.folder(i)).resolve(TEST_SERIES)));
        }
        Pool pool = new Pool();
        CharacterSource training = pool.source("training", train);
        CharacterSource held = pool.source("validation", validation);
        CharacterSource tested = pool.source("test", test);
        checksums.put(folder.toString(), Checksums.sha256(pool.sums.toString()));
        String description = "NIST Special Database 19 " + folder + ": " + pool.read + " characters, at most "
                + mostPerClass + " of a class for training and validation, and for the test";
        return new SplitSources(description, training, held, tested);
    }

    private List<Path> learned(String code) {
        Path own = folder.resolve(code);
        List<Path> suggested = images(own.resolve("train_" + code));
        if (!suggested.isEmpty()) {
            return suggested;
        }
        List<Path> series = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String name = "hsf_" + i;
            if (!name.equals(TEST_SERIES)) {
                series.addAll(images(own.resolve(name)));
            }
        }
        return series.subList(0, Math.min(mostPerClass, series.size()));
    }

    private List<Path> images(Path series) {
        if (!Files.isDirectory(series)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(series)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .limit(mostPerClass)
                    .toList();
        } catch (IOException e) {
            throw new DataException(series + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads the images of one split after another. */
    private final class Pool {

        private final StringBuilder sums = new StringBuilder();
        private int read;

        private CharacterSource source(String split, List<List<Path>> byClass) {
            List<Path> files = byClass.stream().flatMap(List::stream).toList();
            if (files.isEmpty()) {
                throw new DataException(folder + ": no image for " + split
                        + "; expected are XX/train_XX/*.png or XX/hsf_K/*.png, and XX/hsf_4/*.png for the test, XX from 30"
                        + " to 7a, at least ten of a class for training");
            }
            byte[] images = new byte[Math.multiplyExact(files.size(), Canvas.PIXELS)];
            IntStream.range(0, files.size())
                    .parallel()
                    .forEach(i -> PngReader.read(files.get(i), content(files.get(i)), images, i * Canvas.PIXELS));
            sums.append(Checksums.sha256(images));
            read += files.size();
            return new ScannedSource(images, Canvas.SIDE, false, members(byClass));
        }

        private static int[][] members(List<List<Path>> byClass) {
            int[][] members = new int[byClass.size()][];
            int next = 0;
            for (int i = 0; i < members.length; i++) {
                int first = next;
                next += byClass.get(i).size();
                members[i] = IntStream.range(first, next).toArray();
            }
            return members;
        }

        private static byte[] content(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
