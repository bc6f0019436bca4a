package org.rectify.dataset.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the matrix files that {@link MatrixReader} reads. */
public final class MatrixWriter {

    private MatrixWriter() {}

    /**
     * Writes a file, gzipped where its name ends in {@code .gz}.
     *
     * @param content all elements, row by row, little-endian
     * @throws IllegalArgumentException when the content is not as long as the dimensions say
     */
    public static void write(Path file, MatrixElement element, List<Integer> dimensions, byte[] content)
            throws IOException {
        byte[] whole = content(element, dimensions, content);
        try (OutputStream stream = Files.newOutputStream(file);
                OutputStream target =
                        file.toString().endsWith(DataFiles.GZIP_ENDING) ? new GZIPOutputStream(stream) : stream) {
            target.write(whole);
        }
    }

    /** What an uncompressed file holds. */
    static byte[] content(MatrixElement element, List<Integer> dimensions, byte[] content) {
        long length = dimensions.stream().mapToLong(Integer::longValue).reduce(element.bytes(), (a, b) -> a * b);
        if (content.length != length) {
            throw new IllegalArgumentException(
                    content.length + " bytes for " + element + " " + dimensions + ", must be " + length);
        }
        int header = MatrixReader.headerLength(dimensions.size());
        ByteBuffer target = ByteBuffer.allocate(header + content.length).order(ByteOrder.LITTLE_ENDIAN);
        target.putInt(element.magic()).putInt(dimensions.size());
        dimensions.forEach(target::putInt);
        while (target.position() < header) {
            target.putInt(1);
        }
        return target.put(content).array();
    }
}
