package org.example.spirals;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Points of the plane on one of two spirals: the class is the spiral. */
final class SpiralsFactory implements DatasetFactory<SpiralsOptions> {

    @Override
    public String name() {
        return "spirals";
    }

    @Override
    public String summary() {
        return "Two spirals in the plane, wound into each other";
    }

    @Override
    public Class<SpiralsOptions> options() {
        return SpiralsOptions.class;
    }

    @Override
    public Dataset create(SpiralsOptions options, ComponentContext context) {
        RandomStreams streams = context.random().within("spirals");
        DatasetInfo info = new DatasetInfo(
                "spirals",
                List.of(2),
                OutputRange.REAL,
                List.of("first", "second"),
                List.of(0.0, 1.0),
                "generated: spirals, version 1, seed " + streams.seed() + ", " + options,
                Map.of());
        return new InMemoryDataset(
                info,
                split(options, streams, "train"),
                split(options, streams, "validation"),
                split(options, streams, "test"));
    }

    private static Split split(SpiralsOptions options, RandomStreams streams, String name) {
        float[] points = new float[2 * options.size()];
        byte[] labels = new byte[options.size()];
        for (int example = 0; example < options.size(); example++) {
            RandomStream random = streams.stream(name, example);
            int label = random.nextInt(2);
            double radius = random.nextDouble(0.1, 1);
            double angle = 3 * Math.PI * radius + Math.PI * label;
            points[2 * example] = (float) (radius * Math.cos(angle) + options.noise() * random.nextGaussian());
            points[2 * example + 1] = (float) (radius * Math.sin(angle) + options.noise() * random.nextGaussian());
            labels[example] = (byte) label;
        }
        return LabelledSplit.of(new FloatFeatures(points, 2), labels, 0);
    }
}
