package @package@;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Two classes of points in the unit square. */
public final class @Class@ implements DatasetFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "How far an example lies from the middle of its class, at most.", defaultsTo = "0.3", range = "[0, 0.4]")
            double noise) {

        public Options {
            Require.in("noise", noise, "[0, 0.4]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Points around two corners of the unit square, drawn anew for each seed.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    private static final int TRAIN = 1000;
    private static final int VALIDATION = 200;
    private static final int TEST = 200;

    @Override
    public Dataset create(Options options, ComponentContext context) {
        DatasetInfo info = new DatasetInfo(
                "@name@",
                List.of(2),
                OutputRange.UNIT_INTERVAL,
                List.of("lower", "upper"),
                List.of(0.0, 1.0),
                "generated, noise " + options.noise(),
                Map.of());
        return new InMemoryDataset(
                info,
                split("train", TRAIN, options, context.random()),
                split("validation", VALIDATION, options, context.random()),
                split("test", TEST, options, context.random()));
    }

    private static Split split(String name, int size, Options options, RandomStreams random) {
        RandomStream stream = random.stream("@name@/" + name);
        float[] points = new float[2 * size];
        for (int i = 0; i < points.length; i++) {
            double middle = label(i / 2) == 0 ? 0.4 : 0.6;
            points[i] = (float) (middle + options.noise() * stream.nextDouble(-1, 1));
        }
        return new LabelledSplit(new FloatFeatures(points, 2), @Class@::label);
    }

    private static int label(int row) {
        return row % 2;
    }
}
