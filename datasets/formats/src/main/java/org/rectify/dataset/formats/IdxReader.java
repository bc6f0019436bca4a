package org.rectify.dataset.formats;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final ContentReader content;

    private IdxReader(ContentReader content) {
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
        requireRanks(lowestRank, highestRank);
        try (ContentReader content = ContentReader.open(file)) {
            return new IdxReader(content).read(lowestRank, highestRank);
        }
    }

    /**
     * Reads a stream to its end, without closing it.
     *
     * @param name names the stream in messages
     * @throws DataException when the content is damaged or of another kind
     */
    public static IdxArray read(Path name, InputStream stream, int lowestRank, int highestRank) {
        requireRanks(lowestRank, highestRank);
        return new IdxReader(ContentReader.of(name, stream)).read(lowestRank, highestRank);
    }

    private static void requireRanks(int lowestRank, int highestRank) {
        if (lowestRank < 1 || highestRank > IdxArray.LARGEST_RANK || lowestRank > highestRank) {
            throw new IllegalArgumentException("ranks " + lowestRank + " to " + highestRank);
        }
    }

    private IdxArray read(int lowestRank, int highestRank) {
        int rank = rank(lowestRank, highestRank);
        List<Integer> dimensions = new ArrayList<>();
        long size = 1;
        for (int i = 1; i <= rank; i++) {
            int dimension = bigEndian("dimension " + i + " of " + rank);
            if (dimension < 1) {
                throw content.wrong(4, "dimension " + i + " is " + dimension + ", must be 1 or more");
            }
            size *= dimension;
            if (size > LARGEST_ARRAY) {
                throw content.wrong(
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
            throw content.wrong(4, "not an IDX file: " + found + ", expected " + expected);
        }
        if (type != UNSIGNED_BYTE) {
            throw content.wrong(
                    2,
                    String.format("elements of type 0x%02X are not supported: %s, expected %s", type, found, expected));
        }
        if (rank < lowestRank || rank > highestRank) {
            throw content.wrong(1, "rank " + rank + ": " + found + ", expected " + expected);
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
            if (content.fill(one, 0, 1) == 0) {
                throw content.wrong(0, "the file ends within its header, in the " + what);
            }
            value = value << 8 | one[0] & 0xFF;
        }
        return value;
    }

    private byte[] values(int size, List<Integer> dimensions) {
        byte[] values = content.read(size);
        if (values.length < size) {
            throw content.wrong(
                    0,
                    "the file ends after " + values.length + " of the " + size + " bytes that its dimensions "
                            + IdxArray.shown(dimensions) + " claim");
        }
        return values;
    }

    private void refuseTrailingBytes(List<Integer> dimensions) {
        if (!content.atEnd()) {
            throw content.wrong(
                    1,
                    "the file goes on behind the bytes that its dimensions " + IdxArray.shown(dimensions) + " claim");
        }
    }
}
