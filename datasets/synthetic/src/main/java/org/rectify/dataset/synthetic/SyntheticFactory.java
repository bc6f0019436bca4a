package org.rectify.dataset.synthetic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rectify.api.activation.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * Digits drawn with strokes, 28 x 28, 10 classes (item 59a).
 *
 * <p>Example i of a split is a function of the master seed, the split and i: neither sizes nor order change it.
 */
final class SyntheticFactory implements DatasetFactory<SyntheticOptions> {

    /** Names the pictures: to be raised when a change of the drawing changes them. */
    private static final String GENERATOR = "digit strokes, version 1";

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public String summary() {
        return "Generated digits, 28 x 28, 10 classes, of any number, for machines without data";
    }

    @Override
    public String source() {
        return "item 59a";
    }

    @Override
    public Class<SyntheticOptions> options() {
        return SyntheticOptions.class;
    }

    /** Draws all examples. */
    @Override
    public Dataset create(SyntheticOptions options, ComponentContext context) {
        RandomStreams streams = context.random().within("synthetic");
        return new InMemoryDataset(
                info(options, streams),
                split(options.trainSize(), streams, "train"),
                split(options.validationSize(), streams, "validation"),
                split(options.testSize(), streams, "test"));
    }

    private static Split split(int size, RandomStreams streams, String name) {
        byte[] pixels = new byte[size * Canvas.PIXELS];
        byte[] labels = new byte[size];
        for (int example = 0; example < size; example++) {
            RandomStream random = streams.stream(name, example);
            int digit = random.nextInt(Glyphs.CLASSES);
            labels[example] = (byte) digit;
            DigitDrawing.draw(digit, random).copyTo(pixels, example * Canvas.PIXELS);
        }
        return LabelledSplit.of(ByteFeatures.pixels(pixels, 0, size, Canvas.PIXELS), labels, 0);
    }

    private static DatasetInfo info(SyntheticOptions options, RandomStreams streams) {
        String parameters = GENERATOR + ", seed " + streams.seed() + ", streams " + streams.scope() + ", sizes "
                + options.trainSize() + " / " + options.validationSize() + " / " + options.testSize();
        return new DatasetInfo(
                "synthetic",
                List.of(1, Canvas.SIDE, Canvas.SIDE),
                OutputRange.UNIT_INTERVAL,
                IntStream.range(0, Glyphs.CLASSES).mapToObj(String::valueOf).toList(),
                IntStream.range(0, Glyphs.CLASSES).mapToObj(Double::valueOf).toList(),
                "generated: " + parameters,
                Map.of("parameters", sha256(parameters)));
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
