package org.rectify.plugin.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.schedule.ScheduleFactory;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.plugin.training.executor.TrialExecutors;
import org.rectify.plugin.training.metric.Metrics;
import org.rectify.plugin.training.optimizer.Optimizers;
import org.rectify.plugin.training.penalty.Penalties;
import org.rectify.plugin.training.schedule.Schedules;

/** What supervised training needs besides a network and data, and what runs many of them (paper, sections 3.1, 4.1 and 4.2; items 15-20, 24, 66). */
public final class TrainingPlugin implements Plugin {

    @Override
    public List<InitializerFactory<?>> initializers() {
        return List.of(
                new NormalizedUniform(),
                new StandardUniform(),
                new ExplicitUniform(),
                new HeNormal(),
                new Orthogonal(),
                new LayerSequentialUnitVariance());
    }

    @Override
    public List<PenaltyFactory<?>> penalties() {
        return concat(List.of(new L1Activation()), Penalties.all());
    }

    @Override
    public List<OptimizerFactory<?>> optimizers() {
        return concat(List.of(new StochasticGradientDescent()), Optimizers.all());
    }

    @Override
    public List<StoppingFactory<?>> stoppings() {
        return List.of(new BestValidation(), new LastEpoch());
    }

    @Override
    public List<TrialExecutorFactory<?>> executors() {
        return TrialExecutors.all();
    }

    @Override
    public List<MetricFactory<?>> metrics() {
        List<MetricFactory<?>> metrics = new ArrayList<>(List.of(
                new ErrorRate(),
                new NegativeLogLikelihood(),
                new Sparsity(),
                new RootMeanSquaredError(),
                new MeanAbsoluteError()));
        metrics.addAll(Metrics.all());
        return metrics;
    }

    @Override
    public List<OutputFactory<?>> outputs() {
        return List.of(new Softmax(), new Linear());
    }

    @Override
    public List<ScheduleFactory<?>> schedules() {
        return concat(List.of(new ConstantRate()), Schedules.all());
    }

    private static <T> List<T> concat(List<? extends T> first, List<? extends T> rest) {
        return Stream.<T>concat(first.stream(), rest.stream()).toList();
    }
}
