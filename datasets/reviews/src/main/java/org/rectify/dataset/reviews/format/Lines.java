package org.rectify.dataset.reviews.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
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
import org.rectify.dataset.formats.Checksums;

/**
 * The lines of a text file in UTF-8, plain or gzipped, one after another.
 *
 * <p>A line ends with a line feed, or a carriage return and a line feed; the last one may end with the file. A file is not
 * trusted: bytes that are not UTF-8, and lines of more than {@value #LONGEST_LINE} bytes, are a {@link DataException} that
 * names file and line.
 */
public final class Lines implements AutoCloseable {

    static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final InputStream content;
    private final MessageDigest digest = Checksums.newSha256();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    private Lines(Path file, InputStream content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Opens a file.
     *
     * @throws DataException when it is missing or cannot be read
     */
    public static Lines open(Path file) {
        try {
            return of(file, Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The lines of a stream.
     *
     * @param name names the stream in messages
     */
    public static Lines of(Path name, InputStream stream) {
        try {
            return new Lines(name, decompressed(stream));
        } catch (ZipException | EOFException e) {
            throw new Place(name, 1).wrong("begins like a gzip stream, but has no gzip header");
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream decompressed(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** The next line without its end, or null behind the last. */
    public @Nullable String next() {
        number++;
        length = 0;
        boolean ended = false;
        while (!ended && (next < end || fill())) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            append(from, next - from);
            if (next < end) {
                ended = true;
                next++;
            }
        }
        if (!ended && length == 0) {
            return null;
        }
        if (ended && length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return decoded();
    }

    private boolean fill() {
        try {
            next = 0;
            end = Math.max(0, content.read(buffer));
        } catch (EOFException e) {
            throw place().wrong("the gzip stream breaks off");
        } catch (ZipException e) {
            throw place().wrong("the gzip stream is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw place().wrong("cannot be read: " + e.getMessage());
        }
        digest.update(buffer, 0, end);
        return end > 0;
    }

    private void append(int from, int count) {
        if (length + count > LONGEST_LINE) {
            throw place().wrong("the line is longer than " + LONGEST_LINE + " bytes");
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private String decoded() {
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
        CharBuffer characters = CharBuffer.allocate(length);
        CoderResult result = decoder.reset().decode(bytes, characters, true);
        if (result.isError()) {
            throw place().wrong("byte " + (bytes.position() + 1) + " of the line is not UTF-8");
        }
        String text = characters.flip().toString();
        return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Where the line read last stands. */
    public Place place() {
        return new Place(file, number);
    }

    /** SHA-256 of the uncompressed content, in hexadecimal; to be asked behind the last line, once. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
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
