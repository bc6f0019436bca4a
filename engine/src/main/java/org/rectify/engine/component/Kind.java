package org.rectify.engine.component;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.listener.RunListener;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.reconstruction.ReconstructionFactory;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.engine.guard.Guard;
import org.rectify.engine.guard.Guarded;
import org.rectify.engine.guard.GuardedActivation;
import org.rectify.engine.guard.GuardedCorruption;
import org.rectify.engine.guard.GuardedDataset;
import org.rectify.engine.guard.GuardedExecutor;
import org.rectify.engine.guard.GuardedInitializer;
import org.rectify.engine.guard.GuardedListener;
import org.rectify.engine.guard.GuardedMetric;
import org.rectify.engine.guard.GuardedOptimizer;
import org.rectify.engine.guard.GuardedOutput;
import org.rectify.engine.guard.GuardedPenalty;
import org.rectify.engine.guard.GuardedPretraining;
import org.rectify.engine.guard.GuardedReconstruction;
import org.rectify.engine.guard.GuardedSchedule;
import org.rectify.engine.guard.GuardedStopping;

/**
 * A kind of component: its name, the type made, and where plugins contribute it.
 *
 * @param <T> the type made
 * @param <F> the factories' type
 * @param name as users write it, kebab-case
 * @param component the type made
 * @param factory the factories' type
 * @param contributions what a plugin contributes to the kind
 * @param guarding puts a component behind its guard
 */
public record Kind<T, F extends ComponentFactory<T, ?>>(
        String name,
        Class<T> component,
        Class<?> factory,
        Function<Plugin, List<? extends F>> contributions,
        BiFunction<T, Guard, T> guarding) {

    /** Activations of hidden layers. */
    public static final Kind<Activation, ActivationFactory<?>> ACTIVATION = new Kind<>(
            "activation", Activation.class, ActivationFactory.class, Plugin::activations, GuardedActivation::of);

    /** Corruptions of auto-encoder inputs. */
    public static final Kind<Corruption, CorruptionFactory<?>> CORRUPTION = new Kind<>(
            "corruption", Corruption.class, CorruptionFactory.class, Plugin::corruptions, GuardedCorruption::of);

    /** Reconstruction strategies of auto-encoders. */
    public static final Kind<Reconstruction, ReconstructionFactory<?>> RECONSTRUCTION = new Kind<>(
            "reconstruction",
            Reconstruction.class,
            ReconstructionFactory.class,
            Plugin::reconstructions,
            GuardedReconstruction::of);

    /** Data sets. */
    public static final Kind<Dataset, DatasetFactory<?>> DATASET =
            new Kind<>("dataset", Dataset.class, DatasetFactory.class, Plugin::datasets, GuardedDataset::of);

    /** Initializers of weights. */
    public static final Kind<Initializer, InitializerFactory<?>> INITIALIZER = new Kind<>(
            "initializer", Initializer.class, InitializerFactory.class, Plugin::initializers, GuardedInitializer::of);

    /** Penalties on the outputs of hidden layers and on weights. */
    public static final Kind<Penalty, PenaltyFactory<?>> PENALTY =
            new Kind<>("penalty", Penalty.class, PenaltyFactory.class, Plugin::penalties, GuardedPenalty::of);

    /** Pre-training methods. */
    public static final Kind<Pretraining, PretrainingFactory<?>> PRETRAINING = new Kind<>(
            "pretraining", Pretraining.class, PretrainingFactory.class, Plugin::pretrainings, GuardedPretraining::of);

    /** Optimizers. */
    public static final Kind<Optimizer, OptimizerFactory<?>> OPTIMIZER =
            new Kind<>("optimizer", Optimizer.class, OptimizerFactory.class, Plugin::optimizers, GuardedOptimizer::of);

    /** Stopping rules. */
    public static final Kind<Stopping, StoppingFactory<?>> STOPPING =
            new Kind<>("stopping", Stopping.class, StoppingFactory.class, Plugin::stoppings, GuardedStopping::of);

    /** Metrics. */
    public static final Kind<Metric, MetricFactory<?>> METRIC =
            new Kind<>("metric", Metric.class, MetricFactory.class, Plugin::metrics, GuardedMetric::of);

    /** Executors of trials. */
    public static final Kind<TrialExecutor, TrialExecutorFactory<?>> EXECUTOR = new Kind<>(
            "executor", TrialExecutor.class, TrialExecutorFactory.class, Plugin::executors, GuardedExecutor::of);

    /** Output layers and their costs. */
    public static final Kind<Output, OutputFactory<?>> OUTPUT =
            new Kind<>("output", Output.class, OutputFactory.class, Plugin::outputs, GuardedOutput::of);

    /** Schedules of learning rates. */
    public static final Kind<Schedule, ScheduleFactory<?>> SCHEDULE =
            new Kind<>("schedule", Schedule.class, ScheduleFactory.class, Plugin::schedules, GuardedSchedule::of);

    /** Listeners to runs. */
    public static final Kind<RunListener, ListenerFactory<?>> LISTENER =
            new Kind<>("listener", RunListener.class, ListenerFactory.class, Plugin::listeners, GuardedListener::of);

    /** Every kind, in the order of listings. */
    public static final List<Kind<?, ?>> ALL = List.of(
            ACTIVATION,
            CORRUPTION,
            RECONSTRUCTION,
            DATASET,
            INITIALIZER,
            PENALTY,
            OUTPUT,
            PRETRAINING,
            OPTIMIZER,
            SCHEDULE,
            STOPPING,
            METRIC,
            LISTENER,
            EXECUTOR);

    /**
     * A component that was made, behind its guard.
     *
     * @throws ClassCastException when it is none of this kind
     */
    public T guarded(Object made, Guard guard) {
        T component = this.component.cast(made);
        return made instanceof Guarded ? component : guarding.apply(component, guard);
    }

    @Override
    public String toString() {
        return name;
    }
}
