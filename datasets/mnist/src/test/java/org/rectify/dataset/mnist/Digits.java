package org.rectify.dataset.mnist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxWriter;

/** What the tests measure of a split of digits. */
final class Digits {

    private Digits() {}

    static float[] row(Split split, int row) {
        float[] pixels = new float[split.features().columns()];
        ((DenseFeatures) split.features()).copyRow(row, pixels, 0);
        return pixels;
    }

    static List<Integer> histogram(Split split) {
        int[] counts = new int[10];
        for (int row = 0; row < split.size(); row++) {
            counts[split.label(row)]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /** A hash for each example that differs wherever two images differ, up to a chance of 2^-64 for each pair. */
    static Set<Long> hashes(Split split) {
        Set<Long> hashes = new HashSet<>();
        for (int row = 0; row < split.size(); row++) {
            long hash = 1;
            for (float pixel : row(split, row)) {
                hash = (hash ^ Float.floatToIntBits(pixel)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            hashes.add(hash);
        }
        return hashes;
    }

    /** Lowest, mean and highest pixel. */
    static List<Double> pixels(Split... splits) {
        List<Double> means = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Split split : splits) {
            for (int row = 0; row < split.size(); row++) {
                double sum = 0;
                for (float pixel : row(split, row)) {
                    lowest = Math.min(lowest, pixel);
                    highest = Math.max(highest, pixel);
                    sum += pixel;
                }
                means.add(sum / split.features().columns());
            }
        }
        double mean = means.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return List.of(lowest, mean, highest);
    }

    /** Writes images whose first two pixels are the lower and the higher byte of their index, labelled with it modulo 10. */
    static void writeNumbered(Path folder, String prefix, int size) throws IOException {
        byte[] images = new byte[size * 784];
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            images[i * 784] = (byte) i;
            images[i * 784 + 1] = (byte) (i >> 8);
            labels[i] = (byte) (i % 10);
        }
        Files.createDirectories(folder);
        IdxWriter.write(new IdxArray(List.of(size, 28, 28), images), folder.resolve(prefix + "-images-idx3-ubyte.gz"));
        IdxWriter.write(new IdxArray(List.of(size), labels), folder.resolve(prefix + "-labels-idx1-ubyte.gz"));
    }
}
