package org.rectify.dataset.cifar10;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Writes batch files of noise. */
final class Batches {

    static final int RECORD = 3073;

    private Batches() {}

    /** Images of noise whose labels count from 0 to 9 and again. */
    static byte[] noise(int images, long seed) {
        byte[] content = new byte[images * RECORD];
        new SplittableRandom(seed).nextBytes(content);
        for (int i = 0; i < images; i++) {
            content[i * RECORD] = (byte) (i % 10);
        }
        return content;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError("writing to memory does not fail", e);
        }
        return compressed.toByteArray();
    }

    /** Writes all six batches, of seeds 1 to 6, every second one gzipped. */
    static void writeAll(Path folder, int images) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < 6; i++) {
            String name = BatchFile.ALL.get(i).name();
            byte[] content = noise(images, i + 1);
            if (i % 2 == 0) {
                Files.write(folder.resolve(name), content);
            } else {
                Files.write(folder.resolve(name + ".gz"), gzip(content));
            }
        }
    }
}
