package org.rectify.dataset.formats;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.DataException;

/**
 * The content of a file, plain or gzipped, read from its beginning by those who do not trust it.
 *
 * <p>Whether it is gzipped is seen by its first two bytes. Memory grows with the bytes that arrive. Every defect is a
 * {@link DataException} that names the file and the offset in the decompressed content.
 */
public final class ContentReader implements AutoCloseable {

    private static final int FIRST_ALLOCATION = 1 << 16;

    private final Path file;
    private final InputStream content;
    private @Nullable MessageDigest sum;
    private long offset;

    private ContentReader(Path file, InputStream content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Opens a file.
     *
     * @throws DataException when it is missing, cannot be read, or begins like a gzip stream without being one
     */
    public static ContentReader open(Path file) {
        InputStream stream;
        try {
            stream = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
        try {
            return of(file, stream);
        } catch (DataException e) {
            try {
                stream.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /**
     * Reads a stream.
     *
     * @param name names the stream in messages
     * @throws DataException when it cannot be read, or begins like a gzip stream without being one
     */
    public static ContentReader of(Path name, InputStream stream) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(stream, FIRST_ALLOCATION);
            buffered.mark(2);
            boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
            buffered.reset();
            return new ContentReader(name, gzip ? new GZIPInputStream(buffered, FIRST_ALLOCATION) : buffered);
        } catch (ZipException | EOFException e) {
            throw DataException.at(name, 0, "begins like a gzip stream, but has no gzip header: " + e.getMessage());
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Has all that is read from now on added up for {@link #sha256()}. */
    public ContentReader summing() {
        sum = Checksums.newSha256();
        return this;
    }

    /** SHA-256 of what was read since {@link #summing()}, in hexadecimal; begins anew. */
    public String sha256() {
        if (sum == null) {
            throw new IllegalStateException("nothing was added up");
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /** The file, as named in messages. */
    public Path file() {
        return file;
    }

    /** How many bytes were read. */
    public long offset() {
        return offset;
    }

    /**
     * Reads until a part of an array is full or the content ends.
     *
     * @return the number of bytes read
     * @throws DataException when a gzip stream is damaged or breaks off, or the file cannot be read
     */
    public int fill(byte[] target, int from, int length) {
        int filled = 0;
        try {
            while (filled < length) {
                int read = content.read(target, from + filled, length - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
                offset += read;
            }
        } catch (EOFException e) {
            throw wrong(0, "the gzip stream breaks off");
        } catch (ZipException e) {
            throw wrong(0, "the gzip stream is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new DataException(file + ", byte " + offset + ": cannot be read: " + e.getMessage(), e);
        }
        if (sum != null) {
            sum.update(target, from, filled);
        }
        return filled;
    }

    /**
     * Reads so many bytes, or what there is where the content ends before.
     *
     * @return as long as what was read
     * @throws DataException as {@link #fill} does, and when memory does not suffice for what arrives
     */
    public byte[] read(int size) {
        byte[] values = new byte[Math.min(size, FIRST_ALLOCATION)];
        int filled = fill(values, 0, values.length);
        while (filled == values.length && filled < size) {
            values = resized(values, (int) Math.min(size, 2L * values.length));
            filled += fill(values, filled, values.length - filled);
        }
        return filled < values.length ? resized(values, filled) : values;
    }

    private byte[] resized(byte[] values, int length) {
        try {
            return Arrays.copyOf(values, length);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file + ": " + offset + " bytes read, and no memory for more; the Java option -Xmx gives more", e);
        }
    }

    /** Whether nothing follows; reads a byte to find out. */
    public boolean atEnd() {
        return fill(new byte[1], 0, 1) == 0;
    }

    /** Damage at a place that was read. */
    public DataException wrong(long bytesAgo, String message) {
        return DataException.at(file, offset - bytesAgo, message);
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new DataException(file + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
