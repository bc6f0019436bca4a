package org.rectify.testkit;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** A data set whose parts a test replaces by wrong ones; as it is, random points of the unit square. */
class Points implements DatasetFactory<Points.Options> {

    static final int COLUMNS = 2;
    static final String SHA256 = "0123456789abcdef".repeat(4);

    record Options(
            @Describe(value = "Training examples.", defaultsTo = "40", range = "[1, 1000]")
            int trainSize) {

        Options {
            Require.in("train-size", trainSize, "[1, 1000]");
        }
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public String summary() {
        return "Points of the unit square.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Dataset create(Options options, ComponentContext context) {
        RandomStreams streams = context.random().within("points");
        return new InMemoryDataset(
                info(),
                split("train", options.trainSize(), streams),
                split("validation", 20, streams),
                split("test", 30, streams));
    }

    DatasetInfo info() {
        return info("points", "generated", List.of("even", "odd"), List.of(0.0, 1.0), Map.of("parameters", SHA256));
    }

    static DatasetInfo info(
            String name, String source, List<String> classes, List<Double> values, Map<String, String> checksums) {
        return new DatasetInfo(name, List.of(COLUMNS), OutputRange.UNIT_INTERVAL, classes, values, source, checksums);
    }

    Split split(String name, int size, RandomStreams streams) {
        return new LabelledSplit(features(name, size, streams), row -> row % 2);
    }

    Features features(String name, int size, RandomStreams streams) {
        return new FloatFeatures(points(name, size, streams), COLUMNS);
    }

    static float[] points(String name, int size, RandomStreams streams) {
        float[] points = new float[COLUMNS * size];
        for (int example = 0; example < size; example++) {
            RandomStream random = streams.stream(name, example);
            points[2 * example] = random.nextFloat();
            points[2 * example + 1] = random.nextFloat();
        }
        return points;
    }
}
