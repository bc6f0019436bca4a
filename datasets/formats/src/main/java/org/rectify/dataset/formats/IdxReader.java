package org.rectify.dataset.formats;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.rectify.api.error.DataException;

/**
 * Reads IDX files of unsigned bytes, plain or gzipped (item 49).
 *
 * <p>A file is not trusted: memory grows with the bytes that arrive and never with what a header claims, and reading stops
 * one byte behind the claimed size. Every defect is a {@link DataException} that names the file and the offset in its
 * decompressed content.
 */
public final class IdxReader {

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int FIRST_ALLOCATION = 1 << 16;

    private final Path file;
    private final InputStream content;
    private long offset;

    private IdxReader(Path file, InputStream content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads a file of one rank: 1 for labels, 3 for images.
     *
     * @throws DataException when the file is missing, damaged or of another kind
     */
    public static IdxArray read(Path file, int rank) {
        return read(file, rank, rank);
    }

    /**
     * Reads a file whose rank lies between two, both included, from 1 to 4.
     *
     * @throws DataException when the file is missing, damaged or of another kind
     */
    public static IdxArray read(Path file, int lowestRank, int highestRank) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file, stream, lowestRank, highestRank);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a stream to its end, without closing it.
     *
     * @param name names the stream in messages
     * @throws DataException when the content is damaged or of another kind
     */
    public static IdxArray read(Path name, InputStream stream, int lowestRank, int highestRank) {
        if (lowestRank < 1 || highestRank > IdxArray.LARGEST_RANK || lowestRank > highestRank) {
            throw new IllegalArgumentException("ranks " + lowestRank + " to " + highestRank);
        }
        try {
            return new IdxReader(name, decompressed(stream)).read(lowestRank, highestRank);
        } catch (ZipException | EOFException e) {
            throw DataException.at(name, 0, "begins like a gzip stream, but has no gzip header: " + e.getMessage());
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream decompressed(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, FIRST_ALLOCATION);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, FIRST_ALLOCATION) : buffered;
    }

    private IdxArray read(int lowestRank, int highestRank) {
        int rank = rank(lowestRank, highestRank);
        List<Integer> dimensions = new ArrayList<>();
        long size = 1;
        for (int i = 1; i <= rank; i++) {
            int dimension = bigEndian("dimension " + i + " of " + rank);
            if (dimension < 1) {
                throw wrong(4, "dimension " + i + " is " + dimension + ", must be 1 or more");
            }
            size *= dimension;
            if (size > LARGEST_ARRAY) {
                throw wrong(
                        4,
                        "dimension " + i + " is " + dimension + ": " + size + " bytes are more than one array of "
                                + LARGEST_ARRAY + " can hold");
            }
            dimensions.add(dimension);
        }
        byte[] values = values((int) size, dimensions);
        refuseTrailingBytes(dimensions);
        return new IdxArray(dimensions, values);
    }

    private int rank(int lowestRank, int highestRank) {
        int magic = bigEndian("magic number");
        int type = magic >> 8 & 0xFF;
        int rank = magic & 0xFF;
        String found = String.format("magic number 0x%08X", magic);
        String expected = lowestRank == highestRank
                ? String.format("0x%08X (unsigned bytes of rank %d)", magic(lowestRank), lowestRank)
                : String.format(
                        "0x%08X to 0x%08X (unsigned bytes of rank %d to %d)",
                        magic(lowestRank), magic(highestRank), lowestRank, highestRank);
        if (magic >>> 16 != 0) {
            throw wrong(4, "not an IDX file: " + found + ", expected " + expected);
        }
        if (type != UNSIGNED_BYTE) {
            throw wrong(
                    2,
                    String.format("elements of type 0x%02X are not supported: %s, expected %s", type, found, expected));
        }
        if (rank < lowestRank || rank > highestRank) {
            throw wrong(1, "rank " + rank + ": " + found + ", expected " + expected);
        }
        return rank;
    }

    static int magic(int rank) {
        return UNSIGNED_BYTE << 8 | rank;
    }

    private int bigEndian(String what) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            byte[] one = new byte[1];
            if (fill(one, 0, 1) == 0) {
                throw wrong(0, "the file ends within its header, in the " + what);
            }
            value = value << 8 | one[0] & 0xFF;
        }
        return value;
    }

    private byte[] values(int size, List<Integer> dimensions) {
        byte[] values = new byte[Math.min(size, FIRST_ALLOCATION)];
        int filled = fill(values, 0, values.length);
        while (filled == values.length && filled < size) {
            values = enlarged(values, (int) Math.min(size, 2L * values.length));
            filled += fill(values, filled, values.length - filled);
        }
        if (filled < size) {
            throw wrong(
                    0,
                    "the file ends after " + filled + " of the " + size + " bytes that its dimensions "
                            + IdxArray.shown(dimensions) + " claim");
        }
        return values;
    }

    private byte[] enlarged(byte[] values, int length) {
        try {
            return Arrays.copyOf(values, length);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file + ": " + offset + " bytes read, and no memory for more; the Java option -Xmx gives more", e);
        }
    }

    private void refuseTrailingBytes(List<Integer> dimensions) {
        if (fill(new byte[1], 0, 1) > 0) {
            throw wrong(
                    1,
                    "the file goes on behind the bytes that its dimensions " + IdxArray.shown(dimensions) + " claim");
        }
    }

    /** Reads until the target is full or the content ends; the number of bytes read. */
    private int fill(byte[] target, int from, int length) {
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
        return filled;
    }

    private DataException wrong(int bytesAgo, String message) {
        return DataException.at(file, offset - bytesAgo, message);
    }
}
