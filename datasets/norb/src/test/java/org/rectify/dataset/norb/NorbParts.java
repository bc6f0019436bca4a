package org.rectify.dataset.norb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.rectify.dataset.formats.MatrixElement;
import org.rectify.dataset.formats.MatrixWriter;

/**
 * Writes small parts of NORB: the images of example i, counted over all parts, are all i in the one camera and all 255 - i
 * in the other, its category is i modulo 6, and its instance changes every six examples.
 */
final class NorbParts {

    static final int EXAMPLES = 30;
    static final Layout LAYOUT = new Layout(2, 1, EXAMPLES, 13);
    private static final int[] INSTANCES = {4, 6, 7, 8, 9};
    private static final int CAMERA = 108 * 108;

    private NorbParts() {}

    /** All files, those of every second part gzipped. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int part = 0; part < 3; part++) {
            int first = part * EXAMPLES;
            String end = part == 1 ? ".mat.gz" : ".mat";
            write(folder, part, "-cat" + end, MatrixElement.INT32, List.of(EXAMPLES), categories(first));
            write(folder, part, "-info" + end, MatrixElement.INT32, List.of(EXAMPLES, 10), information(first));
            write(folder, part, "-dat" + end, MatrixElement.BYTE, List.of(EXAMPLES, 2, 108, 108), images(first));
        }
    }

    /** One file of a part, counted from 0, in place of the one that lies there. */
    static Path write(
            Path folder, int part, String end, MatrixElement element, List<Integer> dimensions, byte[] content)
            throws IOException {
        Path file = file(folder, part, end);
        MatrixWriter.write(file, element, dimensions, content);
        return file;
    }

    static Path file(Path folder, int part, String end) {
        return folder.resolve(LAYOUT.parts().get(part) + end);
    }

    static byte[] categories(int first) {
        int[] categories = new int[EXAMPLES];
        Arrays.setAll(categories, i -> (first + i) % 6);
        return integers(categories);
    }

    static byte[] information(int first) {
        int[] rows = new int[EXAMPLES * 10];
        for (int i = 0; i < EXAMPLES; i++) {
            rows[i * 10] = (first + i) % 6 == 5 ? -1 : INSTANCES[(first + i) / 6 % 5];
        }
        return integers(rows);
    }

    static byte[] images(int first) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = first; i < first + EXAMPLES; i++) {
            byte[] camera = new byte[CAMERA];
            Arrays.fill(camera, (byte) i);
            content.writeBytes(camera);
            Arrays.fill(camera, (byte) (255 - i));
            content.writeBytes(camera);
        }
        return content.toByteArray();
    }

    static byte[] integers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(numbers).forEach(bytes::putInt);
        return bytes.array();
    }
}
