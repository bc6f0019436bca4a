package org.rectify.engine.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.component.Describe;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.random.RandomStream;
import org.rectify.api.schedule.ScheduleFactory;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.guard.Guarded;

/** Components that keep what they were given and compute nothing, for tests of binding. */
final class TestComponents implements Plugin {

    static final PluginIdentity IDENTITY = new PluginIdentity("test-plugin", "1", "plugins/test", "00");

    static ComponentRegistry registry() {
        return ComponentRegistry.of(Map.of(IDENTITY, List.of(new TestComponents())));
    }

    /** A component made, with everything its factory was handed. */
    record Given<O extends Record>(String name, O options, ComponentContext context)
            implements Activation, Corruption, Initializer, Optimizer, ElementwisePenalty, Pretraining, Stopping {

        @Override
        public void value(INDArray preActivations, INDArray outputs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutputRange range() {
            return OutputRange.REAL;
        }

        @Override
        public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutputRange range(OutputRange clean) {
            return clean;
        }

        @Override
        public void fill(INDArray weights, RandomStream random) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ParameterUpdate begin(Parameter parameter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double value(int layer, double a) {
            return 0;
        }

        @Override
        public double derivative(int layer, double a) {
            return 0;
        }

        @Override
        public void pretrain(org.rectify.api.pretraining.PretrainingStack stack) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoppingWatch begin() {
            throw new UnsupportedOperationException();
        }
    }

    /** What stands behind the guard of a component. */
    static Given<?> given(Object component) {
        return (Given<?>) ((Guarded) component).component();
    }

    /** A factory whose product is {@link Given}, or fails. */
    private abstract static class Giving<T, O extends Record> implements ComponentFactory<T, O> {

        private final String name;
        private final Class<O> options;

        Giving(String name, Class<O> options) {
            this.name = name;
            this.options = options;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<O> options() {
            return options;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T create(O given, ComponentContext context) {
            return (T) new Given<>(name, given, context);
        }
    }

    record LifOptions(
            @Describe(value = "Time constant.", defaultsTo = "7.5", range = "(0, inf)", source = "item 8")
            double tau,

            @Describe(value = "Reset.", defaultsTo = "0") double reset,

            @Describe(value = "Threshold, above the reset.", defaultsTo = "1")
            double threshold) {}

    private static final class Lif extends Giving<Activation, LifOptions> implements ActivationFactory<LifOptions> {

        Lif() {
            super("lif", LifOptions.class);
        }

        @Override
        public Set<String> aliases() {
            return Set.of("integrate-and-fire");
        }

        @Override
        public Activation create(LifOptions options, ComponentContext context) {
            Require.that(options.threshold() > options.reset(), "threshold", options.threshold(), "above reset");
            return super.create(options, context);
        }
    }

    record L1Options(
            @Describe(value = "Cost.", defaultsTo = "0.001", range = "[0, inf)", source = "item 17")
            PerLayer<Double> coefficient) {}

    private static final class L1 extends Giving<Penalty, L1Options> implements PenaltyFactory<L1Options> {
        L1() {
            super("l1-activation", L1Options.class);
        }
    }

    record SgdOptions(
            @Describe(value = "Step.", range = "[0, inf)", source = "item 18")
            double learningRate) {}

    private static final class Sgd extends Giving<Optimizer, SgdOptions> implements OptimizerFactory<SgdOptions> {
        Sgd() {
            super("sgd", SgdOptions.class);
        }
    }

    record PatienceOptions(
            @Describe(value = "Patience.", range = "[1, inf)")
            Optional<Integer> patience,

            @Describe(value = "Between checks.", defaultsTo = "0", range = "[0, inf)")
            int checkInterval) {

        PatienceOptions {
            patience.ifPresent(epochs -> Require.that(epochs != 13, "patience", epochs, "a lucky number"));
        }
    }

    private static final class BestValidation extends Giving<Stopping, PatienceOptions>
            implements StoppingFactory<PatienceOptions> {
        BestValidation() {
            super("best-validation", PatienceOptions.class);
        }
    }

    private static final class Uniform extends Giving<Initializer, NoOptions> implements InitializerFactory<NoOptions> {
        Uniform() {
            super("normalized-uniform", NoOptions.class);
        }
    }

    private static final class NoPretraining extends Giving<Pretraining, NoOptions>
            implements PretrainingFactory<NoOptions> {
        NoPretraining() {
            super("none", NoOptions.class);
        }
    }

    record Noise(
            @Describe(value = "How much.", defaultsTo = "0.25", range = "[0, 1)")
            PerLayer<Double> level) {}

    private static final class Masking extends Giving<Corruption, Noise> implements CorruptionFactory<Noise> {
        Masking() {
            super("masking", Noise.class);
        }
    }

    enum Cost {
        CROSS_ENTROPY,
        QUADRATIC
    }

    record Schedule(
            @Describe(value = "Epochs.", defaultsTo = "15", range = "[1, 1000]")
            int epochs,

            @Describe(value = "Steps.", defaultsTo = "[0.1, 0.01]", range = "(0, inf)")
            List<Double> learningRates) {}

    record StackOptions(
            @Describe(value = "Corruption.", defaultsTo = "masking")
            Corruption corruption,

            @Describe("More corruptions.") Optional<Corruption> second,

            @Describe(value = "All others.", defaultsTo = "[]")
            List<Corruption> others,

            @Describe(value = "Cost.", defaultsTo = "quadratic")
            Cost cost,

            @Describe(value = "Tied.", defaultsTo = "true") boolean tiedWeights,

            @Describe(value = "Schedule.", defaultsTo = "{}")
            Schedule schedule,

            @Describe(value = "Examples.", defaultsTo = "4000000000")
            long examples,

            @Describe(value = "Label.", defaultsTo = "\"\"") String label) {}

    private static final class Stack extends Giving<Pretraining, StackOptions>
            implements PretrainingFactory<StackOptions> {
        Stack() {
            super("denoising", StackOptions.class);
        }
    }

    record ToyOptions(
            @Describe("Images.") Path images,

            @Describe(value = "Examples.", defaultsTo = "100", range = "[1, inf)")
            int examples) {}

    private static final class Toy extends Giving<Dataset, ToyOptions> implements DatasetFactory<ToyOptions> {
        Toy() {
            super("toy", ToyOptions.class);
        }

        @Override
        public Dataset create(ToyOptions options, ComponentContext context) {
            if (options.examples() % 2 == 1) {
                throw new InvalidOptionException("examples", options.examples(), "even");
            }
            throw new DataException("read " + context.experimentDirectory().resolve(options.images()) + " of "
                    + context.dataDirectory());
        }
    }

    private static final class Digits extends Giving<Dataset, NoOptions> implements DatasetFactory<NoOptions> {
        Digits() {
            super("digits", NoOptions.class);
        }
    }

    private static final class Counting extends Giving<Metric, NoOptions> implements MetricFactory<NoOptions> {
        Counting(String name) {
            super(name, NoOptions.class);
        }

        @Override
        public Metric create(NoOptions options, ComponentContext context) {
            return new Unmeasured(name());
        }
    }

    private record Unmeasured(String name) implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription(name, Unit.FRACTION, Direction.LOWER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Softmax extends Giving<Output, NoOptions> implements OutputFactory<NoOptions> {
        Softmax() {
            super("softmax", NoOptions.class);
        }

        @Override
        public Output create(NoOptions options, ComponentContext context) {
            return new Classes();
        }
    }

    private static final class Classes implements Output {

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public List<String> metrics() {
            return List.of("error-rate", "negative-log-likelihood", "sparsity");
        }

        @Override
        public OutputLayer on(DatasetInfo dataset) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Constant extends Giving<org.rectify.api.schedule.Schedule, NoOptions>
            implements ScheduleFactory<NoOptions> {
        Constant() {
            super("constant", NoOptions.class);
        }

        @Override
        public org.rectify.api.schedule.Schedule create(NoOptions options, ComponentContext context) {
            return progress -> 1;
        }
    }

    record BadDefault(
            @Describe(value = "Broken.", defaultsTo = "[") int number) {}

    private static final class Broken extends Giving<Activation, NoOptions> implements ActivationFactory<NoOptions> {
        Broken() {
            super("broken", NoOptions.class);
        }

        @Override
        public Activation create(NoOptions options, ComponentContext context) {
            throw new IllegalStateException("out of luck");
        }
    }

    private static final class BrokenDefault extends Giving<Activation, BadDefault>
            implements ActivationFactory<BadDefault> {
        BrokenDefault() {
            super("broken-default", BadDefault.class);
        }
    }

    /** A default that is no number. */
    record RefusedDefault(
            @Describe(value = "A number.", defaultsTo = "banana")
            double number) {}

    private static final class Refused extends Giving<Activation, RefusedDefault>
            implements ActivationFactory<RefusedDefault> {
        Refused() {
            super("refused-default", RefusedDefault.class);
        }
    }

    /** Options that cannot be made. */
    record BrokenRecord(
            @Describe(value = "A number.", defaultsTo = "1") double number) {
        BrokenRecord {
            throw new AssertionError("of two\nlines");
        }
    }

    private static final class BrokenOptions extends Giving<Activation, BrokenRecord>
            implements ActivationFactory<BrokenRecord> {
        BrokenOptions() {
            super("broken-record", BrokenRecord.class);
        }
    }

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(
                Activations.elementwise("rectifier", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : 0),
                Activations.elementwise("tanh", Math::tanh, (z, a) -> 1 - a * a),
                Activations.elementwise("softplus", z -> Math.log1p(Math.exp(z)), (z, a) -> 1 - Math.exp(-a)),
                new Lif(),
                new Broken(),
                new BrokenDefault(),
                new Refused(),
                new BrokenOptions());
    }

    @Override
    public List<CorruptionFactory<?>> corruptions() {
        return List.of(new Masking());
    }

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new Toy(), new Digits());
    }

    @Override
    public List<InitializerFactory<?>> initializers() {
        return List.of(new Uniform());
    }

    @Override
    public List<PenaltyFactory<?>> penalties() {
        return List.of(new L1());
    }

    @Override
    public List<PretrainingFactory<?>> pretrainings() {
        return List.of(new NoPretraining(), new Stack());
    }

    @Override
    public List<OptimizerFactory<?>> optimizers() {
        return List.of(new Sgd());
    }

    @Override
    public List<StoppingFactory<?>> stoppings() {
        return List.of(new BestValidation());
    }

    @Override
    public List<MetricFactory<?>> metrics() {
        return List.of(new Counting("error-rate"), new Counting("negative-log-likelihood"), new Counting("sparsity"));
    }

    @Override
    public List<OutputFactory<?>> outputs() {
        return List.of(new Softmax());
    }

    @Override
    public List<ScheduleFactory<?>> schedules() {
        return List.of(new Constant());
    }
}
