package org.rectify.dataset.formats;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.rectify.api.error.DataException;

/**
 * Rows of bytes in a file, mapped into memory: of any size, off the heap, read by the page as they are needed.
 *
 * <p>Safe for use by several threads. The file must not change while it is mapped: it is replaced as a whole or not at
 * all, as {@link ByteCache} does. The mapping ends when these rows are no longer referred to.
 */
public final class MappedRows {

    /** A single map holds less than 2 GB. */
    private static final int LARGEST_MAP = 1 << 30;

    private final MappedByteBuffer[] maps;
    private final int rowsOfMap;
    private final int rows;
    private final int columns;

    private MappedRows(MappedByteBuffer[] maps, int rowsOfMap, int rows, int columns) {
        this.maps = maps;
        this.rowsOfMap = rowsOfMap;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Maps rows that lie one after another.
     *
     * @param offset of the first row in the file
     * @param columns bytes of a row
     * @throws DataException when the file is missing or shorter than the rows
     */
    public static MappedRows map(Path file, long offset, int rows, int columns) {
        return map(file, offset, rows, columns, LARGEST_MAP);
    }

    /** The same in maps of at most so many bytes, but of one row at least. */
    static MappedRows map(Path file, long offset, int rows, int columns, int largestMap) {
        if (offset < 0 || rows < 0 || columns < 1) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " from byte " + offset);
        }
        int rowsOfMap = Math.max(1, largestMap / columns);
        MappedByteBuffer[] maps = new MappedByteBuffer[(int) ((rows + (long) rowsOfMap - 1) / rowsOfMap)];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = offset + (long) rows * columns;
            if (channel.size() < end) {
                throw DataException.at(
                        file,
                        channel.size(),
                        "the file ends; " + rows + " rows of " + columns + " bytes end at " + end);
            }
            for (int i = 0; i < maps.length; i++) {
                int first = i * rowsOfMap;
                long length = (long) Math.min(rowsOfMap, rows - first) * columns;
                maps[i] = channel.map(FileChannel.MapMode.READ_ONLY, offset + (long) first * columns, length);
            }
        } catch (IOException e) {
            throw new DataException(file + ": cannot be mapped: " + e, e);
        }
        return new MappedRows(maps, rowsOfMap, rows, columns);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Bytes of each row. */
    public int columns() {
        return columns;
    }

    /** A byte, from 0 to 255. */
    public int get(int row, int column) {
        return maps[row / rowsOfMap].get(row % rowsOfMap * columns + column) & 0xFF;
    }

    /** Copies a row to a place in an array. */
    public void copyRow(int row, byte[] target, int offset) {
        maps[row / rowsOfMap].get(row % rowsOfMap * columns, target, offset, columns);
    }

    /** The CRC-32C of all rows. */
    int crc32c() {
        CRC32C sum = new CRC32C();
        for (MappedByteBuffer map : maps) {
            sum.update(map.duplicate());
        }
        return (int) sum.getValue();
    }

    /** Writes the bytes of a row, each looked up in a table of 256 numbers, to a place in an array. */
    void lookUpRow(int row, float[] table, float[] target, int offset) {
        MappedByteBuffer map = maps[row / rowsOfMap];
        int start = row % rowsOfMap * columns;
        for (int column = 0; column < columns; column++) {
            target[offset + column] = table[map.get(start + column) & 0xFF];
        }
    }
}
