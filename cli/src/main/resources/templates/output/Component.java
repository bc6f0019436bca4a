package @package@;

import java.util.List;
import java.util.OptionalDouble;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;

/** Numbers under the cost of Huber: squared for small errors, straight for large ones. */
public final class @Class@ implements OutputFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The error from which on the cost rises in a straight line.", defaultsTo = "1", range = "(0, inf)")
            double knee) {

        public Options {
            Require.in("knee", knee, "(0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Tells numbers, or the value of each class; large errors cost in proportion.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Output create(Options options, ComponentContext context) {
        return new Numbers(options.knee());
    }

    private record Numbers(double knee) implements Output {

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public List<String> metrics() {
            return List.of("rmse", "mean-absolute-error", "sparsity");
        }

        @Override
        public OutputLayer on(DatasetInfo dataset) {
            return new Layer(knee, Math.max(1, dataset.targets().size()), dataset.classValues());
        }
    }

    private record Layer(double knee, int units, List<Double> classValues) implements OutputLayer {

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        /** Scores are the numbers. */
        @Override
        public void predict(double[] scores, int from) {}

        @Override
        public double cost(double[] predictions, int from, Targets targets, int example) {
            double cost = 0;
            for (int unit = 0; unit < units; unit++) {
                double error = Math.abs(predictions[from + unit] - target(targets, example, unit));
                cost += error < knee ? error * error / 2 : knee * (error - knee / 2);
            }
            return cost;
        }

        @Override
        public void gradient(
                double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
            for (int unit = 0; unit < units; unit++) {
                double error = predictions[from + unit] - target(targets, example, unit);
                gradient[at + unit] = Math.max(-knee, Math.min(knee, error));
            }
        }

        @Override
        public double target(Targets targets, int example, int unit) {
            return classValues.isEmpty() ? targets.number(example, unit) : classValues.get(targets.label(example));
        }

        @Override
        public OptionalDouble costOfGuessing() {
            return OptionalDouble.empty();
        }
    }
}
