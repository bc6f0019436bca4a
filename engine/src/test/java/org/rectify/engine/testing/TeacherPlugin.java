package org.rectify.engine.testing;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Brings the data set {@code teacher}: numbers that a linear teacher tells, with noise. */
public final class TeacherPlugin implements Plugin {

    /** Standard deviation of the noise on every number. */
    public static final double NOISE = 0.05;

    private static final double[][] WEIGHTS = {{2, -1, 0.5, 0}, {-0.5, 0.25, 0, 1}};
    private static final double[] BIASES = {0.3, -0.7};

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new Teacher());
    }

    private static final class Teacher implements DatasetFactory<Teacher.Options> {

        record Options(
                @Describe(value = "Numbers to be told: 1 or 2.", defaultsTo = "2")
                int targets) {}

        @Override
        public String name() {
            return "teacher";
        }

        @Override
        public Class<Options> options() {
            return Options.class;
        }

        @Override
        public Dataset create(Options options, ComponentContext context) {
            DatasetInfo info = new DatasetInfo(
                    "teacher",
                    List.of(WEIGHTS[0].length),
                    OutputRange.SIGNED_UNIT_INTERVAL,
                    List.of(),
                    List.of(),
                    "generated",
                    Map.of(),
                    List.of("width", "height").subList(0, options.targets()));
            RandomStreams random = new RandomStreams(11);
            return new InMemoryDataset(
                    info,
                    split(400, options.targets(), random.stream("train")),
                    split(100, options.targets(), random.stream("validation")),
                    split(200, options.targets(), random.stream("test")));
        }

        private static MeasuredSplit split(int size, int targets, RandomStream random) {
            int inputs = WEIGHTS[0].length;
            float[] values = new float[size * inputs];
            float[] told = new float[size * targets];
            for (int row = 0; row < size; row++) {
                for (int input = 0; input < inputs; input++) {
                    values[row * inputs + input] = (float) random.nextDouble(-1, 1);
                }
                for (int target = 0; target < targets; target++) {
                    double sum = BIASES[target] + NOISE * random.nextGaussian();
                    for (int input = 0; input < inputs; input++) {
                        sum += WEIGHTS[target][input] * values[row * inputs + input];
                    }
                    told[row * targets + target] = (float) sum;
                }
            }
            return new MeasuredSplit(new FloatFeatures(values, inputs), told, targets);
        }
    }
}
