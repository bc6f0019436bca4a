package org.rectify.dataset.synthetic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * A data set of drawn pictures, one byte for each input (item 59).
 *
 * <p>Example i of a split is a function of the master seed, the split and i: neither sizes nor order change it.
 *
 * @param name of the data set, and of its random streams
 * @param generator names the pictures: to be raised when a change of the drawing changes them
 * @param shape channels, height, width
 * @param range of the inputs, which the 256 bytes span evenly
 * @param classes the name of each
 * @param drawing makes one picture
 */
record GeneratedPictures(
        String name, String generator, List<Integer> shape, OutputRange range, List<String> classes, Drawing drawing) {

    /** Makes one picture. */
    interface Drawing {

        /**
         * Draws an example of a class.
         *
         * @param random decides the rest
         * @param pixels written from {@code offset} on, channel by channel, row by row
         */
        void draw(int label, RandomStream random, byte[] pixels, int offset);
    }

    GeneratedPictures {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
    }

    /** Draws all examples; of each the class is drawn first, all equally likely. */
    Dataset dataset(int trainSize, int validationSize, int testSize, RandomStreams random) {
        RandomStreams streams = random.within(name);
        String parameters = generator + ", seed " + streams.seed() + ", streams " + streams.scope() + ", sizes "
                + trainSize + " / " + validationSize + " / " + testSize;
        DatasetInfo info = new DatasetInfo(
                name,
                shape,
                range,
                classes,
                IntStream.range(0, classes.size()).mapToObj(Double::valueOf).toList(),
                "generated: " + parameters,
                Map.of("parameters", sha256(parameters)));
        return new InMemoryDataset(
                info,
                split(trainSize, info.inputs(), streams, "train"),
                split(validationSize, info.inputs(), streams, "validation"),
                split(testSize, info.inputs(), streams, "test"));
    }

    private Split split(int size, int inputs, RandomStreams streams, String split) {
        byte[] pixels = new byte[Math.multiplyExact(size, inputs)];
        byte[] labels = new byte[size];
        for (int example = 0; example < size; example++) {
            RandomStream random = streams.stream(split, example);
            int label = random.nextInt(classes.size());
            labels[example] = (byte) label;
            drawing.draw(label, random, pixels, example * inputs);
        }
        double scale = (range.highest() - range.lowest()) / 255;
        return LabelledSplit.of(new ByteFeatures(pixels, 0, size, inputs, scale, range.lowest()), labels, 0);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
