package org.rectify.api.plugin;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.reconstruction.ReconstructionFactory;
import org.rectify.api.schedule.ScheduleFactory;
import org.rectify.api.stopping.StoppingFactory;

/**
 * What a jar contributes: one method for each kind of component, each empty unless overridden.
 *
 * <p>Found by {@link java.util.ServiceLoader}: the jar names its class in {@code
 * META-INF/services/org.rectify.api.plugin.Plugin}. The class is public and has a public constructor without parameters,
 * which does no work.
 *
 * @since 0.1
 */
public interface Plugin {

    /** Activations of hidden layers. */
    default List<ActivationFactory<?>> activations() {
        return List.of();
    }

    /** Corruptions of auto-encoder inputs. */
    default List<CorruptionFactory<?>> corruptions() {
        return List.of();
    }

    /** Reconstruction strategies of auto-encoders. */
    default List<ReconstructionFactory<?>> reconstructions() {
        return List.of();
    }

    /** Data sets. */
    default List<DatasetFactory<?>> datasets() {
        return List.of();
    }

    /** Initializers of weights. */
    default List<InitializerFactory<?>> initializers() {
        return List.of();
    }

    /** Penalties on the outputs of hidden layers and on weights. */
    default List<PenaltyFactory<?>> penalties() {
        return List.of();
    }

    /** Pre-training methods. */
    default List<PretrainingFactory<?>> pretrainings() {
        return List.of();
    }

    /** Optimizers. */
    default List<OptimizerFactory<?>> optimizers() {
        return List.of();
    }

    /** Stopping rules. */
    default List<StoppingFactory<?>> stoppings() {
        return List.of();
    }

    /** Metrics. */
    default List<MetricFactory<?>> metrics() {
        return List.of();
    }

    /** Executors of trials. */
    default List<TrialExecutorFactory<?>> executors() {
        return List.of();
    }

    /**
     * Output layers and their costs.
     *
     * @since 0.2
     */
    default List<OutputFactory<?>> outputs() {
        return List.of();
    }

    /**
     * Schedules of learning rates.
     *
     * @since 0.2
     */
    default List<ScheduleFactory<?>> schedules() {
        return List.of();
    }

    /**
     * Listeners to runs.
     *
     * @since 0.2
     */
    default List<ListenerFactory<?>> listeners() {
        return List.of();
    }
}
