package org.rectify.dataset.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files of unsigned bytes (item 49). */
public final class IdxWriter {

    private IdxWriter() {}

    /** Writes a file, replacing what was there; gzipped when its name ends in {@code .gz}. */
    public static void write(IdxArray array, Path file) {
        try (OutputStream target = Files.newOutputStream(file)) {
            if (file.toString().endsWith(DataFiles.GZIP_ENDING)) {
                try (OutputStream gzip = new GZIPOutputStream(target)) {
                    write(array, gzip);
                }
            } else {
                write(array, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes magic number, dimensions and values, and closes nothing. */
    public static void write(IdxArray array, OutputStream target) throws IOException {
        target.write(header(array));
        target.write(array.values());
    }

    static byte[] header(IdxArray array) {
        ByteBuffer header = ByteBuffer.allocate(array.headerLength());
        header.putInt(IdxReader.magic(array.dimensions().size()));
        array.dimensions().forEach(header::putInt);
        return header.array();
    }
}
