package org.rectify.dataset.cifar10;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.ContentReader;

/**
 * Images and labels of batch files, one file after another (item 50).
 *
 * @param pixels of each image 1,024 red, 1,024 green, 1,024 blue ones, each row by row
 * @param labels from 0 to 9
 * @param sums SHA-256 of the uncompressed content of each file
 */
@SuppressWarnings("ArrayRecordComponent")
record Images(byte[] pixels, byte[] labels, List<String> sums) {

    static final int PIXELS = 3 * 32 * 32;
    static final int CLASSES = 10;
    private static final int RECORD = 1 + PIXELS;

    /**
     * Reads files of so many images each.
     *
     * @throws org.rectify.api.error.DataException when one is damaged, or holds fewer images or more
     */
    static Images read(List<Path> files, int imagesOfFile) {
        int images = files.size() * imagesOfFile;
        Images all = new Images(new byte[images * PIXELS], new byte[images], new ArrayList<>());
        for (int i = 0; i < files.size(); i++) {
            try (ContentReader content = ContentReader.open(files.get(i))) {
                all.read(content, i * imagesOfFile, imagesOfFile);
            }
        }
        return all;
    }

    /** Refuses a file of another length than that of so many images; of a gzipped one the length is not known. */
    static void requireLength(Path file, int images) {
        if (file.toString().endsWith(".gz")) {
            return;
        }
        try {
            long length = Files.size(file);
            if (length != (long) images * RECORD) {
                throw new DataException(file + ": " + length + " bytes, must be " + (long) images * RECORD
                        + ": a batch has " + images + " images of " + RECORD + " bytes");
            }
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e, e);
        }
    }

    /** Reads one file to its end. */
    void read(ContentReader content, int first, int count) {
        content.summing();
        byte[] image = new byte[RECORD];
        for (int i = 0; i < count; i++) {
            int length = content.fill(image, 0, RECORD);
            if (length < RECORD) {
                throw content.wrong(
                        0,
                        "the file ends " + (length == 0 ? "before image " + i : "within image " + i) + "; a batch has "
                                + count + " images of " + RECORD + " bytes, a label and its pixels");
            }
            int label = image[0] & 0xFF;
            if (label >= CLASSES) {
                throw content.wrong(RECORD, "label " + label + " of image " + i + ", must be 0 to " + (CLASSES - 1));
            }
            labels[first + i] = image[0];
            System.arraycopy(image, 1, pixels, (first + i) * PIXELS, PIXELS);
        }
        String sum = content.sha256();
        if (!content.atEnd()) {
            throw content.wrong(
                    1, "the file goes on behind the " + count + " images of " + RECORD + " bytes of a batch");
        }
        sums.add(sum);
    }

    /** Pixels divided by 255 (item 48). */
    ByteFeatures features(int first, int count) {
        return ByteFeatures.pixels(pixels, first, count, PIXELS);
    }
}
