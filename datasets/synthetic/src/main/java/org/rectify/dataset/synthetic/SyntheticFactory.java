package org.rectify.dataset.synthetic;

import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;

/** Digits drawn with strokes, 28 x 28, 10 classes (item 59a). */
final class SyntheticFactory implements DatasetFactory<SyntheticOptions> {

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public String summary() {
        return "Generated digits, 28 x 28, 10 classes, of any number, for machines without data.";
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
        GeneratedPictures digits = new GeneratedPictures(
                name(),
                "digit strokes, version 1",
                List.of(1, InkDrawing.SIDE, InkDrawing.SIDE),
                OutputRange.UNIT_INTERVAL,
                IntStream.range(0, Glyphs.CLASSES).mapToObj(String::valueOf).toList(),
                (digit, random, pixels, offset) ->
                        DigitDrawing.draw(digit, random).copyTo(pixels, offset));
        return digits.dataset(options.trainSize(), options.validationSize(), options.testSize(), context.random());
    }
}
