package org.rectify.dataset.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.rectify.api.error.DataException;

/**
 * Rows of bytes that are dear to make, kept in a file, and made again when what they are made of has changed.
 *
 * <p>A header of 4,096 bytes, big-endian, holds the text {@code RECTROWS}, the version 1, the numbers of columns and rows,
 * the SHA-256 of the fingerprint, the CRC-32C of all rows, the length of a note and the note in UTF-8; its last four bytes
 * are the CRC-32C of those before them. The rows follow. Both sums are verified whenever the file is opened.
 *
 * @param rows the rows, mapped
 * @param note what was noted when the rows were made
 */
public record ByteCache(MappedRows rows, String note) {

    /** The longest note, in bytes of UTF-8. */
    public static final int LARGEST_NOTE = 4000;

    private static final byte[] MAGIC = "RECTROWS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_LENGTH = 4096;
    private static final int HEADER_SUM = HEADER_LENGTH - Integer.BYTES;

    /** Takes the bytes of rows, in their order; one call may bring a part of a row, or many rows. */
    @FunctionalInterface
    public interface Sink {

        /** Appends some bytes of an array. */
        void append(byte[] bytes, int offset, int length) throws IOException;
    }

    /** Makes all rows. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Brings all rows to the sink.
         *
         * @return a note to be kept beside the rows, of at most {@link #LARGEST_NOTE} bytes; may be empty
         */
        String make(Sink sink) throws IOException;
    }

    /**
     * The rows of a cache file. Where it is missing, damaged, or was made of something else, they are made anew, in a file
     * of another name that takes this one's place once it is complete.
     *
     * @param file its folder is created where it is missing
     * @param fingerprint a text that differs wherever the rows would: sources with their sizes and times, all options
     * @throws DataException when the folder has no room or cannot be written to, and whatever the maker throws
     */
    public static ByteCache of(Path file, String fingerprint, int rows, int columns, Maker maker) {
        byte[] beginning = beginning(fingerprint, rows, columns);
        Optional<ByteCache> kept = open(file, beginning, rows, columns);
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            write(file, beginning, (long) rows * columns, maker);
        } catch (IOException e) {
            throw new DataException(
                    file + ": this cache file of " + (HEADER_LENGTH + (long) rows * columns)
                            + " bytes cannot be written: " + e + "; its folder needs the room, and must be writable",
                    e);
        }
        return open(file, beginning, rows, columns)
                .orElseThrow(() -> new DataException(file + ": other bytes are read back than were just written"));
    }

    private static byte[] beginning(String fingerprint, int rows, int columns) {
        byte[] sum = HexFormat.of().parseHex(Checksums.sha256(fingerprint));
        return ByteBuffer.allocate(MAGIC.length + 3 * Integer.BYTES + sum.length)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(columns)
                .putInt(rows)
                .put(sum)
                .array();
    }

    /** The cache; none where the file is missing, damaged or does not begin so. */
    private static Optional<ByteCache> open(Path file, byte[] beginning, int rows, int columns) {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(HEADER_LENGTH);
            if (bytes.length < HEADER_LENGTH || Files.size(file) != HEADER_LENGTH + (long) rows * columns) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt(HEADER_SUM) != headerSum(bytes)
                || !Arrays.equals(beginning, Arrays.copyOf(bytes, beginning.length))) {
            return Optional.empty();
        }
        header.position(beginning.length);
        int sum = header.getInt();
        int noteLength = header.getInt();
        if (noteLength < 0 || noteLength > LARGEST_NOTE) {
            return Optional.empty();
        }
        byte[] note = new byte[noteLength];
        header.get(note);
        MappedRows mapped = MappedRows.map(file, HEADER_LENGTH, rows, columns);
        return mapped.crc32c() == sum
                ? Optional.of(new ByteCache(mapped, new String(note, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static void write(Path file, byte[] beginning, long length, Maker maker) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        try {
            CRC32C sum = new CRC32C();
            long[] written = new long[1];
            String note;
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                target.write(new byte[HEADER_LENGTH]);
                note = maker.make((bytes, offset, count) -> {
                    target.write(bytes, offset, count);
                    sum.update(bytes, offset, count);
                    written[0] += count;
                });
            }
            if (written[0] != length) {
                throw new IllegalStateException(written[0] + " bytes were made, must be " + length);
            }
            writeHeader(part, header(beginning, (int) sum.getValue(), note));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] header(byte[] beginning, int sum, String note) {
        byte[] text = note.getBytes(StandardCharsets.UTF_8);
        if (text.length > LARGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + text.length + " bytes, longer than " + LARGEST_NOTE);
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH);
        header.put(beginning).putInt(sum).putInt(text.length).put(text);
        return header.putInt(HEADER_SUM, headerSum(header.array())).array();
    }

    private static int headerSum(byte[] header) {
        CRC32C sum = new CRC32C();
        sum.update(header, 0, HEADER_SUM);
        return (int) sum.getValue();
    }

    private static void writeHeader(Path file, byte[] header) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer source = ByteBuffer.wrap(header);
            while (source.hasRemaining()) {
                channel.write(source);
            }
            channel.force(true);
        }
    }
}
