package org.rectify.dataset.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rectify.api.error.DataException;

/**
 * Reads the matrix files of NORB ({@code .mat}) and the file tensors of the paper's laboratory ({@code .ft}), which are the
 * same format, plain or gzipped (item 51).
 *
 * <p>A file is a number that says of what kind its elements are, the rank, the dimensions, but three of them at least, and
 * the elements row by row, all little-endian. It is not trusted: nothing is allocated that its header merely claims. Every
 * defect is a {@link DataException} that names the file and the offset in its decompressed content.
 */
public final class MatrixReader implements AutoCloseable {

    private static final int PACKED = 0x1E3D4C52;
    private static final int LARGEST_RANK = 8;
    private static final int FEWEST_DIMENSIONS = 3;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final ContentReader content;
    private final MatrixElement element;
    private final List<Integer> dimensions;
    private final long elements;

    private MatrixReader(ContentReader content) {
        this.content = content;
        this.element = element(littleEndian("kind of elements"));
        this.dimensions = dimensions(rank());
        this.elements = dimensions.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws DataException when it is missing, damaged or of another kind
     */
    public static MatrixReader open(Path file) {
        return of(ContentReader.open(file));
    }

    /**
     * Reads the header of a file that is at its beginning.
     *
     * @param content closed with this reader, or at once where there is none
     * @throws DataException when it is damaged or of another kind
     */
    public static MatrixReader of(ContentReader content) {
        try {
            return new MatrixReader(content);
        } catch (DataException e) {
            content.close();
            throw e;
        }
    }

    /** The kind of its elements. */
    public MatrixElement element() {
        return element;
    }

    /** As many dimensions as the rank says, each 1 or more. */
    public List<Integer> dimensions() {
        return dimensions;
    }

    /** Bytes before the first element. */
    public int headerLength() {
        return headerLength(dimensions.size());
    }

    static int headerLength(int rank) {
        return (2 + Math.max(rank, FEWEST_DIMENSIONS)) * Integer.BYTES;
    }

    /**
     * Refuses another kind or other dimensions.
     *
     * @param what must be so, for the message
     * @return this
     */
    public MatrixReader require(String what, MatrixElement expected, List<Integer> extents) {
        if (element != expected || !dimensions.equals(extents)) {
            throw DataException.at(
                    content.file(),
                    element == expected ? 2L * Integer.BYTES : 0,
                    "holds " + shown(element, dimensions) + ", but " + what + " holds " + shown(expected, extents));
        }
        return this;
    }

    private static String shown(MatrixElement element, List<Integer> dimensions) {
        return element + " " + dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    /**
     * Reads the bytes of the next elements.
     *
     * @param length a number of bytes
     * @throws DataException when the file ends before
     */
    public void readBytes(byte[] target, int offset, int length) {
        if (content.fill(target, offset, length) < length) {
            throw ends();
        }
    }

    /**
     * Reads all elements, which are whole numbers, and the end of the file.
     *
     * @throws DataException when the file ends before its elements do, goes on behind them, or holds fractions
     */
    public int[] readIntegers() {
        if (element == MatrixElement.FLOAT32 || element == MatrixElement.FLOAT64) {
            throw DataException.at(content.file(), 0, "holds " + element + ", where whole numbers are needed");
        }
        ByteBuffer bytes = readAll();
        int[] numbers = new int[bytes.remaining() / element.bytes()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) next(bytes);
        }
        return numbers;
    }

    /**
     * Reads all elements and the end of the file.
     *
     * @throws DataException when the file ends before its elements do or goes on behind them
     */
    public double[] readNumbers() {
        ByteBuffer bytes = readAll();
        double[] numbers = new double[bytes.remaining() / element.bytes()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next(bytes);
        }
        return numbers;
    }

    private double next(ByteBuffer bytes) {
        return switch (element) {
            case BYTE -> bytes.get() & 0xFF;
            case INT16 -> bytes.getShort();
            case INT32 -> bytes.getInt();
            case FLOAT32 -> bytes.getFloat();
            case FLOAT64 -> bytes.getDouble();
        };
    }

    private ByteBuffer readAll() {
        if (elements > LARGEST_ARRAY / element.bytes()) {
            throw DataException.at(
                    content.file(),
                    2L * Integer.BYTES,
                    shown(element, dimensions) + " are more than one array of " + LARGEST_ARRAY + " bytes can hold");
        }
        int length = (int) elements * element.bytes();
        byte[] bytes = content.read(length);
        if (bytes.length < length) {
            throw ends();
        }
        requireEnd();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Refuses whatever follows what was read.
     *
     * @throws DataException when the file goes on
     */
    public void requireEnd() {
        if (!content.atEnd()) {
            throw content.wrong(
                    1, "the file goes on behind the " + shown(element, dimensions) + " that its header claims");
        }
    }

    /**
     * An element whose value is not what it should be.
     *
     * @param index of the element, counted from 0 over all dimensions
     */
    public DataException wrong(long index, String message) {
        return DataException.at(content.file(), headerLength() + index * element.bytes(), message);
    }

    private DataException ends() {
        return content.wrong(
                0, "the file ends before the " + shown(element, dimensions) + " that its header claims do");
    }

    private MatrixElement element(int magic) {
        if (magic == PACKED) {
            throw content.wrong(4, "packed matrices (%s) are not supported".formatted(hexadecimal(magic)));
        }
        return MatrixElement.of(magic)
                .orElseThrow(() -> content.wrong(
                        4,
                        "not a matrix file: it begins with " + hexadecimal(magic) + ", expected "
                                + Arrays.stream(MatrixElement.values())
                                        .map(known -> hexadecimal(known.magic()) + " (" + known + ")")
                                        .collect(Collectors.joining(", "))));
    }

    private static String hexadecimal(int magic) {
        return String.format("0x%08X", magic);
    }

    private int rank() {
        int rank = littleEndian("rank");
        if (rank < 1 || rank > LARGEST_RANK) {
            throw content.wrong(4, "rank " + rank + ", must be 1 to " + LARGEST_RANK);
        }
        return rank;
    }

    private List<Integer> dimensions(int rank) {
        List<Integer> extents = new ArrayList<>();
        long product = 1;
        for (int i = 1; i <= Math.max(rank, FEWEST_DIMENSIONS); i++) {
            int extent = littleEndian("dimension " + i);
            if (i > rank) {
                continue;
            }
            if (extent < 1) {
                throw content.wrong(4, "dimension " + i + " is " + extent + ", must be 1 or more");
            }
            if (product > Long.MAX_VALUE / element.bytes() / extent) {
                throw content.wrong(4, "dimension " + i + " is " + extent + ": no file can be so large");
            }
            product *= extent;
            extents.add(extent);
        }
        return List.copyOf(extents);
    }

    private int littleEndian(String what) {
        byte[] bytes = new byte[Integer.BYTES];
        if (content.fill(bytes, 0, bytes.length) < bytes.length) {
            throw content.wrong(0, "the file ends within its header, in the " + what);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    @Override
    public void close() {
        content.close();
    }
}
