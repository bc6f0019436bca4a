package org.rectify.dataset.synthetic;

import java.util.List;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;

/** Toys made of blobs, seen by two cameras, 2 x 32 x 32, 6 classes in NORB's order (item 59b). */
final class SyntheticStereoFactory implements DatasetFactory<SyntheticStereoOptions> {

    @Override
    public String name() {
        return "synthetic-stereo";
    }

    @Override
    public String summary() {
        return "Generated pairs of pictures of toys made of blobs, 2 x 32 x 32, 6 classes, in NORB's range, for machines without data.";
    }

    @Override
    public String source() {
        return "item 59b";
    }

    @Override
    public Class<SyntheticStereoOptions> options() {
        return SyntheticStereoOptions.class;
    }

    /** Draws all examples. */
    @Override
    public Dataset create(SyntheticStereoOptions options, ComponentContext context) {
        GeneratedPictures pairs = new GeneratedPictures(
                name(),
                "stereo blobs, version 1, noise " + options.noise(),
                List.of(2, StereoDrawing.SIDE, StereoDrawing.SIDE),
                OutputRange.SIGNED_UNIT_INTERVAL,
                BlobFigures.CLASSES,
                (label, random, pixels, offset) -> StereoDrawing.draw(label, options.noise(), random, pixels, offset));
        return pairs.dataset(options.trainSize(), options.validationSize(), options.testSize(), context.random());
    }
}
