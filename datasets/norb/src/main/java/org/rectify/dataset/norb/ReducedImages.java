package org.rectify.dataset.norb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.ByteCache;
import org.rectify.dataset.formats.ContentReader;
import org.rectify.dataset.formats.MappedRows;
import org.rectify.dataset.formats.MatrixReader;
import org.rectify.dataset.norb.image.Reduction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All images at 32 x 32, training files first, in a mapped cache file beside the official ones.
 *
 * @param rows a stereo pair each
 * @param lowest,highest bytes of the training files' reduced images
 * @param checksums SHA-256 of the uncompressed content of each image file, by its name
 */
record ReducedImages(MappedRows rows, int lowest, int highest, Map<String, String> checksums) {

    private static final Logger LOG = LoggerFactory.getLogger(ReducedImages.class);

    /**
     * Maps the cache file, and makes it before where it is missing, damaged, or where an official file has changed its
     * name, size or time.
     *
     * @param folder where the cache file lies
     * @param files the image files, in their order
     * @throws DataException when one is damaged or of another kind, or when the cache file cannot be written
     */
    static ReducedImages of(Path folder, List<Path> files, Layout layout, Resampling resampling) {
        String method = resampling.name().toLowerCase(Locale.ROOT);
        Path cache = folder.resolve("norb-32x32-" + method + ".cache");
        ByteCache kept =
                ByteCache.of(cache, fingerprint(method, files), layout.allExamples(), NorbFiles.REDUCED_PAIR, sink -> {
                    LOG.info("reducing the images of {} files of NORB, once, into {}", files.size(), cache);
                    return reduce(files, layout, resampling, sink);
                });
        return of(kept);
    }

    private static String fingerprint(String method, List<Path> files) {
        StringBuilder fingerprint = new StringBuilder("norb 32x32 ").append(method);
        for (Path file : files) {
            try {
                fingerprint
                        .append('\n')
                        .append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            } catch (IOException e) {
                throw new DataException(file + ": cannot be read: " + e, e);
            }
        }
        return fingerprint.toString();
    }

    /** Brings all images to the cache; its note is the two extremes, and a line with the sum of each file. */
    private static String reduce(List<Path> files, Layout layout, Resampling resampling, ByteCache.Sink sink)
            throws IOException {
        for (Path file : files) {
            try (MatrixReader matrix = MatrixReader.open(file)) {
                NorbFiles.requireKind(NorbFiles.IMAGES, matrix, layout.examples());
            }
        }
        Reduction reduction = resampling.reduction(NorbFiles.SIDE, NorbFiles.REDUCED_SIDE);
        long[] histogram = new long[256];
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            ContentReader content = ContentReader.open(files.get(i)).summing();
            try (MatrixReader matrix = MatrixReader.of(content)) {
                long[] found = NorbFiles.images(matrix, layout.examples(), reduction, sink);
                if (i < layout.trainingFiles()) {
                    IntStream.range(0, found.length).forEach(value -> histogram[value] += found[value]);
                }
            }
            sums.append('\n')
                    .append(content.sha256())
                    .append(' ')
                    .append(files.get(i).getFileName());
        }
        int[] occurring = IntStream.range(0, histogram.length)
                .filter(value -> histogram[value] > 0)
                .toArray();
        return occurring[0] + " " + occurring[occurring.length - 1] + sums;
    }

    private static ReducedImages of(ByteCache cache) {
        List<String> lines = cache.note().lines().toList();
        String[] extremes = lines.get(0).split(" ");
        Map<String, String> sums = lines.stream()
                .skip(1)
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, other) -> one, TreeMap::new));
        return new ReducedImages(cache.rows(), Integer.parseInt(extremes[0]), Integer.parseInt(extremes[1]), sums);
    }
}
