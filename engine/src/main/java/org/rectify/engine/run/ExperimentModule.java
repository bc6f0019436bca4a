package org.rectify.engine.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.evaluation.Evaluator;
import org.rectify.engine.evaluation.FinalEvaluation;
import org.rectify.engine.listener.RunListeners;
import org.rectify.engine.record.MetricsLog;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.training.FineTuning;
import org.rectify.engine.training.TrainingListener;
import org.rectify.engine.training.TrainingListeners;
import org.rectify.kernels.Backend;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.vector.VectorBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one experiment: its parts, its data, and the directory of its run. */
final class ExperimentModule extends AbstractModule {

    private static final Logger LOG = LoggerFactory.getLogger(ExperimentModule.class);

    private final RunRequest request;
    private final Dataset dataset;
    private final RunDirectory directory;
    private final MetricsLog log;
    private final RunListeners listeners;

    ExperimentModule(
            RunRequest request, Dataset dataset, RunDirectory directory, MetricsLog log, RunListeners listeners) {
        this.request = request;
        this.dataset = dataset;
        this.directory = directory;
        this.log = log;
        this.listeners = listeners;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        ExperimentSpec spec = request.experiment().spec();
        bind(ResolvedExperiment.class).toInstance(request.experiment());
        bind(ExperimentSpec.class).toInstance(spec);
        bind(ExperimentSpec.FineTuning.class).toInstance(spec.fineTuning());
        bind(RandomStreams.class).toInstance(new RandomStreams(spec.experiment().seed()));
        bind(Dataset.class).toInstance(dataset);
        bind(DatasetInfo.class).toInstance(dataset.info());
        bind(RunDirectory.class).toInstance(directory);
        bind(MetricsLog.class).toInstance(log);
        bind(TrainingListener.class)
                .toInstance(TrainingListeners.all(log, directory.pretrainingLog(), listeners, request.listener()));
        bind(RunListeners.class).toInstance(listeners);
        bind(FineTuning.class);
        bind(StackPretraining.class);
        bind(RunRequest.class).toInstance(request);
        bind(FinalEvaluation.class);
        bind(ExperimentRunner.class);
    }

    @Provides
    @Singleton
    Backend backend(ExperimentSpec spec) {
        return switch (spec.engine().backend()) {
            case VECTOR ->
                VectorBackend.isAvailable() ? new VectorBackend(spec.engine().threads()) : withoutVectors();
            case ND4J -> new Nd4jBackend();
        };
    }

    private static Backend withoutVectors() {
        LOG.warn(
                "this Java was started without its vector module: training goes on with the backend nd4j, dense and several"
                        + " times slower; start Java with --add-modules jdk.incubator.vector");
        return new Nd4jBackend();
    }

    @Provides
    @Singleton
    Evaluator evaluator(ExperimentSpec spec, DatasetInfo info) {
        return new Evaluator(spec.metrics(), info);
    }
}
