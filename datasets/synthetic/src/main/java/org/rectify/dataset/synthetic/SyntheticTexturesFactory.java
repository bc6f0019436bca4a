package org.rectify.dataset.synthetic;

import java.util.List;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;

/** Colour textures, 3 x 32 x 32, 10 classes, channels and range as CIFAR-10 has them (item 59c). */
final class SyntheticTexturesFactory implements DatasetFactory<SyntheticTexturesOptions> {

    @Override
    public String name() {
        return "synthetic-textures";
    }

    @Override
    public String summary() {
        return "Generated colour textures, 3 x 32 x 32, 10 classes, for machines without data.";
    }

    @Override
    public String source() {
        return "item 59c";
    }

    @Override
    public Class<SyntheticTexturesOptions> options() {
        return SyntheticTexturesOptions.class;
    }

    /** Draws all examples. */
    @Override
    public Dataset create(SyntheticTexturesOptions options, ComponentContext context) {
        GeneratedPictures textures = new GeneratedPictures(
                name(),
                "colour textures, version 1, noise " + options.noise(),
                List.of(3, TextureDrawing.SIDE, TextureDrawing.SIDE),
                OutputRange.UNIT_INTERVAL,
                Texture.names(),
                (label, random, pixels, offset) -> TextureDrawing.draw(label, options.noise(), random, pixels, offset));
        return textures.dataset(options.trainSize(), options.validationSize(), options.testSize(), context.random());
    }
}
