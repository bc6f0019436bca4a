package org.rectify.dataset.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;

/**
 * A pair of IDX files: images, and a label for each.
 *
 * @param imageFile where the images came from, for messages
 * @param images of rank 2 (vectors), 3 (height, width) or 4 (channels, height, width)
 * @param labelFile where the labels came from, for messages
 * @param labels of rank 1, as many as there are images
 */
public record LabelledIdx(Path imageFile, IdxArray images, Path labelFile, IdxArray labels) {

    /** Refuses images and labels of different number. */
    public LabelledIdx {
        if (images.examples() != labels.examples()) {
            throw new DataException(imageFile + " holds " + images.examples() + " images, but " + labelFile + " "
                    + labels.examples() + " labels; they must be as many");
        }
    }

    /**
     * Reads both files.
     *
     * @throws DataException when one is missing or damaged, or when they do not belong together
     */
    public static LabelledIdx read(Path imageFile, Path labelFile) {
        return new LabelledIdx(
                imageFile,
                IdxReader.read(imageFile, 2, IdxArray.LARGEST_RANK),
                labelFile,
                IdxReader.read(labelFile, 1));
    }

    /** Number of examples. */
    public int size() {
        return images.examples();
    }

    /** The shape of one image: channels, height, width; or one number for vectors. */
    public List<Integer> shape() {
        List<Integer> shape = new ArrayList<>(images.exampleShape());
        if (shape.size() == 2) {
            shape.add(0, 1);
        }
        return List.copyOf(shape);
    }

    /** The same, rows and columns of each image exchanged: upright where a file holds its images column by column (item 53). */
    public LabelledIdx transposed() {
        List<Integer> dimensions = new ArrayList<>(images.dimensions());
        int rank = dimensions.size();
        if (rank < 3) {
            throw new IllegalStateException("vectors have no rows and columns");
        }
        int height = dimensions.get(rank - 2);
        int width = dimensions.get(rank - 1);
        dimensions.set(rank - 2, width);
        dimensions.set(rank - 1, height);
        byte[] from = images.values();
        byte[] to = new byte[from.length];
        for (int image = 0; image < from.length; image += height * width) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    to[image + x * height + y] = from[image + y * width + x];
                }
            }
        }
        return new LabelledIdx(imageFile, new IdxArray(dimensions, to), labelFile, labels);
    }

    /**
     * The examples of this pair and then those of another; messages name the files of this one.
     *
     * @throws IllegalArgumentException when images differ in shape
     */
    public LabelledIdx followedBy(LabelledIdx other) {
        if (!images.exampleShape().equals(other.images.exampleShape())) {
            throw new IllegalArgumentException(
                    "images of " + images.exampleShape() + " and of " + other.images.exampleShape());
        }
        return with(
                size() + other.size(),
                concatenated(images.values(), other.images.values()),
                concatenated(labels.values(), other.labels.values()));
    }

    /**
     * Copies of chosen examples.
     *
     * @param rows indices of examples
     * @param first where in {@code rows} the choice begins
     * @param size how many are chosen
     */
    public LabelledIdx select(int[] rows, int first, int size) {
        int length = images.exampleSize();
        byte[] chosen = new byte[Math.multiplyExact(size, length)];
        byte[] chosenLabels = new byte[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(images.values(), rows[first + i] * length, chosen, i * length, length);
            chosenLabels[i] = labels.values()[rows[first + i]];
        }
        return with(size, chosen, chosenLabels);
    }

    private LabelledIdx with(int size, byte[] pixels, byte[] classes) {
        List<Integer> dimensions = new ArrayList<>(images.dimensions());
        dimensions.set(0, size);
        return new LabelledIdx(
                imageFile, new IdxArray(dimensions, pixels), labelFile, new IdxArray(List.of(size), classes));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, Math.addExact(first.length, second.length));
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The largest label that occurs. */
    public int largestLabel() {
        int largest = 0;
        for (byte label : labels.values()) {
            largest = Math.max(largest, label & 0xFF);
        }
        return largest;
    }

    /**
     * Refuses a label that is not the index of a class.
     *
     * @param classes the number of classes
     * @return this
     * @throws DataException that names the first such label, its example and its place in the file
     */
    public LabelledIdx requireLabelsBelow(int classes) {
        byte[] values = labels.values();
        for (int i = 0; i < values.length; i++) {
            int label = values[i] & 0xFF;
            if (label >= classes) {
                throw DataException.at(
                        labelFile,
                        labels.headerLength() + (long) i,
                        "label " + label + " of example " + i + ", must be 0 to " + (classes - 1));
            }
        }
        return this;
    }

    /** Consecutive examples that share these arrays; pixels are divided by 255 (item 48). */
    public Split split(int first, int size) {
        return LabelledSplit.of(
                ByteFeatures.pixels(images.values(), first, size, images.exampleSize()), labels.values(), first);
    }
}
