package org.rectify.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.output.Targets;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStream;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.reconstruction.ReconstructionFactory;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.StoppingWatch;

/**
 * A plugin with a component of every kind, all named {@code rogue} and all well-behaved but for one method of one of them.
 *
 * <p>The method is named as messages name it, with its kind before it: {@code "activation value"}.
 */
@SuppressWarnings("NullAway") // It gives null on purpose.
final class RoguePlugin implements Plugin {

    private final String method;
    private final UnaryOperator<@Nullable Object> misdeed;

    /**
     * @param misdeed what the method gives in place of what it should; may throw
     */
    RoguePlugin(String method, UnaryOperator<@Nullable Object> misdeed) {
        this.method = method;
        this.misdeed = misdeed;
    }

    @SuppressWarnings("unchecked")
    private <T> T hit(String called, T good) {
        return called.equals(method) ? (T) misdeed.apply(good) : good;
    }

    /** For methods that write into an array. */
    private void written(String called, Object array) {
        Object unused = hit(called, array);
    }

    /** A factory without options whose product is made by this plugin. */
    private abstract class Factory<T> implements ComponentFactory<T, NoOptions> {

        private final String kind;

        Factory(String kind) {
            this.kind = kind;
        }

        @Override
        public String name() {
            return "rogue";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public List<Objection> check(NoOptions options, ExperimentFacts facts) {
            return hit(kind + " check", List.of());
        }

        @Override
        public T create(NoOptions options, ComponentContext context) {
            return hit(kind + " create", make());
        }

        abstract T make();
    }

    @Override
    public List<ActivationFactory<?>> activations() {
        final class Made extends Factory<Activation> implements ActivationFactory<NoOptions> {
            Made() {
                super("activation");
            }

            @Override
            Activation make() {
                return method.startsWith("activation whole") ? new WholeRectifier() : new Rectifier();
            }
        }
        return List.of(new Made());
    }

    private final class Rectifier implements ElementwiseActivation {

        @Override
        public int outputs(int units) {
            return hit("activation outputs", units);
        }

        @Override
        public double value(double z) {
            return Math.max(0, z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : 0;
        }

        @Override
        public void value(float[] z, int from, int to, float[] a) {
            ElementwiseActivation.super.value(z, from, to, a);
            written("activation value", new Range(a, from, to));
        }

        @Override
        public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
            ElementwiseActivation.super.multiplyByDerivative(z, a, from, to, gradient);
            written("activation multiplyByDerivative", new Range(gradient, from, to));
        }

        @Override
        public OutputRange range() {
            return hit("activation range", OutputRange.NON_NEGATIVE);
        }
    }

    /** A part of an array that was written. */
    @SuppressWarnings("ArrayRecordComponent")
    record Range(float[] values, int from, int to) {

        /** Puts a number into the first place. */
        void spoil(float value) {
            values[from] = value;
        }
    }

    private final class WholeRectifier implements Activation {

        @Override
        public void value(INDArray preActivations, INDArray outputs) {
            if (!method.equals("activation whole value")) {
                outputs.assign(Nd4j.math().max(preActivations, Nd4j.zerosLike(preActivations)));
            }
            written("activation whole value", outputs);
        }

        @Override
        public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
            gradients.assign(outputGradients);
            written("activation whole backward", gradients);
        }

        @Override
        public OutputRange range() {
            return OutputRange.NON_NEGATIVE;
        }
    }

    @Override
    public List<CorruptionFactory<?>> corruptions() {
        final class Made extends Factory<Corruption> implements CorruptionFactory<NoOptions> {
            Made() {
                super("corruption");
            }

            @Override
            Corruption make() {
                return new ElementwiseCorruption() {
                    @Override
                    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                        System.arraycopy(clean, from, corrupted, from, to - from);
                        written("corruption clean", new Range(clean, from, to));
                        written("corruption corrupt", new Range(corrupted, from, to));
                    }

                    @Override
                    public OutputRange range(OutputRange clean) {
                        return hit("corruption range", clean);
                    }
                };
            }
        }
        return List.of(new Made());
    }

    @Override
    public List<ReconstructionFactory<?>> reconstructions() {
        final class Made extends Factory<Reconstruction> implements ReconstructionFactory<NoOptions> {
            Made() {
                super("reconstruction");
            }

            @Override
            Reconstruction make() {
                return new ElementwiseReconstruction() {
                    @Override
                    public OutputRange targets() {
                        return hit("reconstruction targets", OutputRange.REAL);
                    }

                    @Override
                    public double target(double value, OutputRange range) {
                        return value;
                    }

                    @Override
                    public double decode(double z) {
                        return z;
                    }

                    @Override
                    public double cost(double z, double target) {
                        return (z - target) * (z - target) / 2;
                    }

                    @Override
                    public double derivative(double z, double target) {
                        return z - target;
                    }

                    @Override
                    public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                        double cost = ElementwiseReconstruction.super.cost(z, targets, from, to, gradients);
                        written("reconstruction gradients", new Range(gradients, from, to));
                        return hit("reconstruction cost", cost);
                    }
                };
            }
        }
        return List.of(new Made());
    }

    @Override
    public List<DatasetFactory<?>> datasets() {
        final class Made extends Factory<Dataset> implements DatasetFactory<NoOptions> {
            Made() {
                super("dataset");
            }

            @Override
            Dataset make() {
                return new Examples();
            }
        }
        return List.of(new Made());
    }

    private final class Examples implements Dataset {

        @Override
        public DatasetInfo info() {
            return hit(
                    "dataset info",
                    new DatasetInfo(
                            "rogue",
                            List.of(4),
                            OutputRange.UNIT_INTERVAL,
                            List.of("a", "b"),
                            List.of(0.0, 1.0),
                            "made here",
                            Map.of()));
        }

        @Override
        public Split train() {
            return hit("dataset train", new Rows());
        }

        @Override
        public Split validation() {
            return hit("dataset validation", new Rows());
        }

        @Override
        public Split test() {
            return hit("dataset test", new Rows());
        }
    }

    private final class Rows implements Split, DenseFeatures {

        @Override
        public DenseFeatures features() {
            return hit("dataset features", this);
        }

        @Override
        public int label(int row) {
            return hit("dataset label", row % 2);
        }

        @Override
        public int size() {
            return rows();
        }

        @Override
        public int rows() {
            return hit("dataset rows", 40);
        }

        @Override
        public int columns() {
            return hit("dataset columns", 4);
        }

        @Override
        public void copyRow(int row, float[] target, int offset) {
            for (int column = 0; column < 4; column++) {
                target[offset + column] = (row % 2 + column) / 5f;
            }
            written("dataset copyRow", new Range(target, offset, offset + 4));
        }
    }

    @Override
    public List<InitializerFactory<?>> initializers() {
        final class Made extends Factory<Initializer> implements InitializerFactory<NoOptions> {
            Made() {
                super("initializer");
            }

            @Override
            Initializer make() {
                return (weights, random) -> {
                    weights.assign(0.1f);
                    written("initializer fill", weights);
                };
            }
        }
        return List.of(new Made());
    }

    @Override
    public List<PenaltyFactory<?>> penalties() {
        final class Made extends Factory<Penalty> implements PenaltyFactory<NoOptions> {
            Made() {
                super("penalty");
            }

            @Override
            Penalty make() {
                if (method.startsWith("penalty weights")) {
                    return new OnWeights();
                }
                return method.startsWith("penalty whole") ? new OnWholeMinibatches() : new OnOutputs();
            }
        }
        return List.of(new Made());
    }

    private final class OnOutputs implements ElementwisePenalty {

        @Override
        public double value(int layer, double a) {
            return hit("penalty value", Math.abs(a));
        }

        @Override
        public double derivative(int layer, double a) {
            return hit("penalty derivative", Math.signum(a));
        }
    }

    private final class OnWholeMinibatches implements OutputPenalty {

        @Override
        public double cost(int layer, INDArray outputs, INDArray gradients) {
            written("penalty whole gradients", gradients);
            return hit("penalty whole cost", 0.0);
        }
    }

    private final class OnWeights implements WeightPenalty {

        @Override
        public double value(Parameter parameter, double weight) {
            return hit("penalty weights value", weight * weight);
        }

        @Override
        public double derivative(Parameter parameter, double weight) {
            return hit("penalty weights derivative", 0.001 * weight);
        }
    }

    @Override
    public List<OutputFactory<?>> outputs() {
        final class Made extends Factory<Output> implements OutputFactory<NoOptions> {
            Made() {
                super("output");
            }

            @Override
            Output make() {
                return new Classes();
            }
        }
        return List.of(new Made());
    }

    private final class Classes implements Output {

        @Override
        public Task task() {
            return hit("output task", Task.CLASSIFICATION);
        }

        @Override
        public List<String> metrics() {
            return hit("output metrics", List.of("error-rate"));
        }

        @Override
        public OutputLayer on(DatasetInfo dataset) {
            return hit("output on", new Layer(new SoftmaxLayer(dataset.classes().size())));
        }
    }

    private final class Layer implements OutputLayer {

        private final OutputLayer softmax;

        Layer(OutputLayer softmax) {
            this.softmax = softmax;
        }

        @Override
        public Task task() {
            return softmax.task();
        }

        @Override
        public int units() {
            return hit("output units", softmax.units());
        }

        @Override
        public void predict(double[] scores, int from) {
            softmax.predict(scores, from);
            if (method.equals("output predict")) {
                scores[from] = (double) misdeed.apply(scores[from]);
            }
        }

        @Override
        public double cost(double[] predictions, int from, Targets targets, int example) {
            return hit("output cost", softmax.cost(predictions, from, targets, example));
        }

        @Override
        public void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
            softmax.gradient(predictions, from, targets, example, gradient, at);
            if (method.equals("output gradient")) {
                gradient[at] = (double) misdeed.apply(gradient[at]);
            }
        }

        @Override
        public double target(Targets targets, int example, int unit) {
            return softmax.target(targets, example, unit);
        }

        @Override
        public OptionalDouble costOfGuessing() {
            return hit("output costOfGuessing", softmax.costOfGuessing());
        }
    }

    @Override
    public List<PretrainingFactory<?>> pretrainings() {
        final class Made extends Factory<Pretraining> implements PretrainingFactory<NoOptions> {
            Made() {
                super("pretraining");
            }

            @Override
            Pretraining make() {
                return stack -> written("pretraining pretrain", stack);
            }
        }
        return List.of(new Made());
    }

    /** Replaces the first layer by weights and biases of one's own. */
    static Object replaceFirst(Object stack, INDArray weights, INDArray biases) {
        ((PretrainingStack) stack).replace(0, weights, biases);
        return stack;
    }

    @Override
    public List<OptimizerFactory<?>> optimizers() {
        final class Made extends Factory<Optimizer> implements OptimizerFactory<NoOptions> {
            Made() {
                super("optimizer");
            }

            @Override
            Optimizer make() {
                if (method.startsWith("optimizer descent")) {
                    return (GradientDescent) () -> hit("optimizer descent learningRate", 0.1);
                }
                return method.startsWith("optimizer whole")
                        ? parameter -> hit("optimizer whole begin", new WholeSteps())
                        : new Steps();
            }
        }
        return List.of(new Made());
    }

    private final class WholeSteps implements ParameterUpdate {

        @Override
        public void apply(INDArray parameter, INDArray gradient, Step step) {
            parameter.subi(gradient.mul(0.1));
            written("optimizer whole apply", parameter);
        }
    }

    private final class Steps implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return hit("optimizer memories", List.of("velocity"));
        }

        @Override
        public void update(
                Parameter parameter,
                float[] values,
                float[] gradients,
                float[][] memories,
                int from,
                int to,
                Step step) {
            for (int i = from; i < to; i++) {
                values[i] -= 0.1f * gradients[i];
            }
            written("optimizer remembered", memories);
            written("optimizer update", new Range(values, from, to));
        }
    }

    @Override
    public List<ScheduleFactory<?>> schedules() {
        final class Made extends Factory<Schedule> implements ScheduleFactory<NoOptions> {
            Made() {
                super("schedule");
            }

            @Override
            Schedule make() {
                return progress -> hit("schedule factor", 1.0);
            }
        }
        return List.of(new Made());
    }

    @Override
    public List<StoppingFactory<?>> stoppings() {
        final class Made extends Factory<Stopping> implements StoppingFactory<NoOptions> {
            Made() {
                super("stopping");
            }

            @Override
            Stopping make() {
                StoppingWatch watch = check -> hit("stopping observe", new StoppingDecision(true, false));
                return () -> hit("stopping begin", watch);
            }
        }
        return List.of(new Made());
    }

    @Override
    public List<MetricFactory<?>> metrics() {
        final class Made extends Factory<Metric> implements MetricFactory<NoOptions> {
            Made() {
                super("metric");
            }

            @Override
            Metric make() {
                return new Count();
            }
        }
        return List.of(new Made());
    }

    private final class Count implements Metric {

        @Override
        public MetricDescription description() {
            return hit("metric description", new MetricDescription("examples", Unit.COUNT, Direction.NEITHER));
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return hit("metric begin", new Counted());
        }
    }

    private final class Counted implements MetricAccumulator {

        private long examples;

        @Override
        public void observe(Observation batch) {
            examples += batch.size();
            written("metric observe", batch);
        }

        @Override
        public MetricValue value() {
            return hit("metric value", MetricValue.of(examples));
        }
    }

    @Override
    public List<ListenerFactory<?>> listeners() {
        final class Made extends Factory<RunListener> implements ListenerFactory<NoOptions> {
            Made() {
                super("listener");
            }

            @Override
            RunListener make() {
                return new Ears();
            }
        }
        return List.of(new Made());
    }

    private final class Ears implements RunListener {

        @Override
        public void started(RunFacts run) {
            written("listener started", run);
        }

        @Override
        public void epochEnded(EpochFacts epoch) {
            written("listener epochEnded", epoch);
        }

        @Override
        public void ended(EndFacts end) {
            written("listener ended", end);
        }
    }

    /** Tells of a layer. */
    static Object report(Object stack, int layer) {
        ((PretrainingStack) stack).report(new LayerProgress(layer, 0.1, 1, 1, 1, 0.5));
        return stack;
    }

    /** Puts nothing in the place of the arrays that an optimizer remembers by. */
    static Object lose(Object memories) {
        Arrays.fill((float[][]) memories, null);
        return memories;
    }

    /** NaN in the first place of an array that was written. */
    static Object spoilt(@Nullable Object written) {
        return spoil(written, Float.NaN);
    }

    /** The first place of an array that was written gets another number. */
    static Object spoil(@Nullable Object written, float value) {
        if (written instanceof INDArray array) {
            array.putScalar(0, value);
        } else {
            ((Range) Optional.ofNullable(written).orElseThrow()).spoil(value);
        }
        return Arrays.asList(written);
    }
}
