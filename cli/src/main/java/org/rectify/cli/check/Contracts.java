package org.rectify.cli.check;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rectify.api.activation.Activation;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.facts.Task;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.listener.RunListener;
import org.rectify.api.metric.Metric;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.output.Output;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.stopping.Stopping;
import org.rectify.engine.component.Kind;
import org.rectify.testkit.ActivationContract;
import org.rectify.testkit.CorruptionContract;
import org.rectify.testkit.DatasetContract;
import org.rectify.testkit.InitializerContract;
import org.rectify.testkit.ListenerContract;
import org.rectify.testkit.MetricContract;
import org.rectify.testkit.OptimizerContract;
import org.rectify.testkit.OutputContract;
import org.rectify.testkit.PenaltyContract;
import org.rectify.testkit.PluginContract;
import org.rectify.testkit.PretrainingContract;
import org.rectify.testkit.ReconstructionContract;
import org.rectify.testkit.ScheduleContract;
import org.rectify.testkit.StoppingContract;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TrialExecutorContract;

/** The testkit's contracts, for subjects that come from elsewhere. A further kind is a line in the list and a class below. */
final class Contracts {

    /** The contract of plugins. */
    static final Contract PLUGIN = new Contract(OfPlugin.class);

    private static final Map<Kind<?, ?>, Contract> BY_KIND = Map.ofEntries(
            entry(Kind.ACTIVATION, new Contract(OfActivation.class, Trait.SIXTY_UNITS, Trait.SIXTY_FOUR_UNITS)),
            entry(Kind.CORRUPTION, new Contract(OfCorruption.class, Trait.CHANGING_NOTHING)),
            entry(Kind.RECONSTRUCTION, new Contract(OfReconstruction.class)),
            entry(Kind.DATASET, new Contract(OfDataset.class, Trait.DEPENDENT_ON_SEED)),
            entry(Kind.INITIALIZER, new Contract(OfInitializer.class, Trait.DRAWN_TOGETHER, Trait.NOTHING_DRAWN)),
            entry(Kind.PENALTY, new Contract(OfPenalty.class, Trait.NEGATIVE_COST)),
            entry(Kind.OUTPUT, new Contract(OfOutput.class)),
            entry(
                    Kind.PRETRAINING,
                    new Contract(
                            OfPretraining.class,
                            Trait.NOTHING_DRAWN,
                            Trait.ALL_LAYERS_AT_ONCE,
                            Trait.LEARNING_NOTHING)),
            entry(Kind.OPTIMIZER, new Contract(OfOptimizer.class, Trait.FREE_OF_THE_SCHEDULE)),
            entry(Kind.SCHEDULE, new Contract(OfSchedule.class)),
            entry(Kind.STOPPING, new Contract(OfStopping.class, Trait.NOT_THE_BEST, Trait.LATER_OF_EQUALS)),
            entry(Kind.METRIC, new Contract(OfMetric.class, Trait.REGRESSION, Trait.DEPENDENT_ON_ORDER)),
            entry(Kind.LISTENER, new Contract(OfListener.class)),
            entry(Kind.EXECUTOR, new Contract(OfExecutor.class)));

    private Contracts() {}

    /**
     * A contract.
     *
     * @param tests the class that takes its subject as a parameter
     * @param traits that a subject may have instead of the usual ones
     */
    record Contract(Class<?> tests, List<Trait> traits) {

        Contract(Class<?> tests, Trait... traits) {
            this(tests, List.of(traits));
        }

        /** As authors know it. */
        String name() {
            return tests.getSuperclass().getSimpleName();
        }
    }

    /** The contract of a kind. */
    static Contract of(Kind<?, ?> kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), () -> "no contract for " + kind);
    }

    @ExtendWith(ContractParameters.class)
    static final class OfPlugin extends PluginContract {

        private final Plugin subject;

        OfPlugin(Plugin subject) {
            this.subject = subject;
        }

        @Override
        protected Plugin plugin() {
            return subject;
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfActivation extends ActivationContract {

        private final CheckedComponent subject;

        OfActivation(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Activation activation() {
            return subject.make(Activation.class);
        }

        @Override
        protected int units() {
            return subject.is(Trait.SIXTY_UNITS) ? 60 : subject.is(Trait.SIXTY_FOUR_UNITS) ? 64 : super.units();
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfCorruption extends CorruptionContract {

        private final CheckedComponent subject;

        OfCorruption(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Corruption corruption() {
            return subject.make(Corruption.class);
        }

        @Override
        protected OptionalDouble rate(double clean) {
            return subject.is(Trait.CHANGING_NOTHING) ? OptionalDouble.of(0) : super.rate(clean);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfReconstruction extends ReconstructionContract {

        private final CheckedComponent subject;

        OfReconstruction(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Reconstruction reconstruction() {
            return subject.make(Reconstruction.class);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfDataset extends DatasetContract<Record> {

        private final CheckedComponent subject;

        OfDataset(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        @SuppressWarnings("unchecked")
        protected DatasetFactory<Record> factory() {
            return (DatasetFactory<Record>) subject.factory();
        }

        /** Those of the data set itself, since nobody else tells any. */
        @Override
        protected Sizes sizes() {
            try (Dataset dataset = subject.make(Dataset.class)) {
                return new Sizes(
                        dataset.train().size(),
                        dataset.validation().size(),
                        dataset.test().size());
            }
        }

        @Override
        protected Record options() {
            return subject.options();
        }

        @Override
        protected TestContext context() {
            return subject.context();
        }

        @Override
        protected boolean dependsOnSeed() {
            return subject.is(Trait.DEPENDENT_ON_SEED);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfInitializer extends InitializerContract {

        private final CheckedComponent subject;

        OfInitializer(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Initializer initializer() {
            return subject.make(Initializer.class);
        }

        @Override
        protected boolean isRandom() {
            return !subject.is(Trait.NOTHING_DRAWN);
        }

        @Override
        protected boolean drawsWeightByWeight() {
            return isRandom() && !subject.is(Trait.DRAWN_TOGETHER);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfPenalty extends PenaltyContract {

        private final CheckedComponent subject;

        OfPenalty(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Penalty penalty() {
            return subject.make(Penalty.class);
        }

        @Override
        protected boolean mayBeNegative() {
            return subject.is(Trait.NEGATIVE_COST);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfOutput extends OutputContract {

        private final CheckedComponent subject;

        OfOutput(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Output output() {
            return subject.make(Output.class);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfPretraining extends PretrainingContract {

        private final CheckedComponent subject;

        OfPretraining(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Pretraining pretraining() {
            return subject.make(Pretraining.class);
        }

        @Override
        protected boolean learns() {
            return !subject.is(Trait.LEARNING_NOTHING);
        }

        @Override
        protected boolean isRandom() {
            return learns() && !subject.is(Trait.NOTHING_DRAWN);
        }

        @Override
        protected boolean isGreedy() {
            return !subject.is(Trait.ALL_LAYERS_AT_ONCE);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfOptimizer extends OptimizerContract {

        private final CheckedComponent subject;

        OfOptimizer(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Optimizer optimizer() {
            return subject.make(Optimizer.class);
        }

        @Override
        protected boolean obeysTheSchedule() {
            return !subject.is(Trait.FREE_OF_THE_SCHEDULE);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfSchedule extends ScheduleContract {

        private final CheckedComponent subject;

        OfSchedule(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Schedule schedule() {
            return subject.make(Schedule.class);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfStopping extends StoppingContract {

        private final CheckedComponent subject;

        OfStopping(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Stopping stopping() {
            return subject.make(Stopping.class);
        }

        @Override
        protected boolean keepsTheBest() {
            return !subject.is(Trait.NOT_THE_BEST);
        }

        @Override
        protected boolean keepsTheEarliestOfEquals() {
            return !subject.is(Trait.LATER_OF_EQUALS);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfMetric extends MetricContract {

        private final CheckedComponent subject;

        OfMetric(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected Metric metric() {
            return subject.make(Metric.class);
        }

        @Override
        protected Task task() {
            return subject.is(Trait.REGRESSION) ? Task.REGRESSION : super.task();
        }

        @Override
        protected boolean dependsOnOrder() {
            return subject.is(Trait.DEPENDENT_ON_ORDER);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfListener extends ListenerContract {

        private final CheckedComponent subject;

        OfListener(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected RunListener listener(Path directory) {
            return subject.make(RunListener.class);
        }
    }

    @ExtendWith(ContractParameters.class)
    static final class OfExecutor extends TrialExecutorContract {

        private final CheckedComponent subject;

        OfExecutor(CheckedComponent subject) {
            this.subject = subject;
        }

        @Override
        protected TrialExecutor executor() {
            return subject.make(TrialExecutor.class);
        }
    }
}
