package org.rectify.engine.run;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.listener.RunListeners;
import org.rectify.engine.record.Build;
import org.rectify.engine.record.Machine;
import org.rectify.engine.record.MetricsLog;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;
import org.rectify.kernels.Backend;

/** Runs experiments, each with an injector and a directory of its own. */
public final class Runs {

    private Runs() {}

    /**
     * Runs an experiment to its end. The data set is made first, so that missing data leaves no directory behind.
     *
     * @throws org.rectify.api.error.RectifyException when data, a plugin or the output folder fails
     */
    public static FinishedRun run(RunRequest request) {
        ExperimentSpec spec = request.experiment().spec();
        try (Dataset dataset = spec.dataset().create()) {
            request.experiment().fit().accept(dataset.facts());
            RunListeners listeners = RunListeners.of(spec.listeners());
            RunDirectory directory = RunDirectory.create(
                    request.output(),
                    spec.experiment().name(),
                    spec.experiment().seed(),
                    Clock.systemDefaultZone());
            return run(request, dataset, directory, listeners);
        }
    }

    /**
     * Runs an experiment to its end in a directory that was made for it.
     *
     * @param dataset that of the experiment, which others may use at the same time
     */
    public static FinishedRun run(RunRequest request, Dataset dataset, RunDirectory directory) {
        RunListeners listeners = RunListeners.of(request.experiment().spec().listeners());
        return run(request, dataset, directory, listeners);
    }

    private static FinishedRun run(
            RunRequest request, Dataset dataset, RunDirectory directory, RunListeners listeners) {
        request.directoryMade().accept(directory);
        directory.writeResolvedConfiguration(request.experiment().text());
        try (listeners) {
            RunResult result;
            try {
                listeners.started(facts(request.experiment(), dataset, directory));
                result = recorded(request, dataset, directory, listeners);
            } catch (RuntimeException | Error e) {
                listeners.failed(e);
                throw e;
            }
            listeners.ended(new EndFacts(result.diverged(), result.epochs(), result.test()));
            return new FinishedRun(directory, result);
        }
    }

    private static RunFacts facts(ResolvedExperiment experiment, Dataset dataset, RunDirectory directory) {
        ExperimentSpec spec = experiment.spec();
        return new RunFacts(
                spec.experiment().name(),
                spec.experiment().seed(),
                experiment.text(),
                directory.path(),
                dataset.facts(),
                spec.network().layers(),
                MetricDescriptions.of(spec.metrics()).byName());
    }

    /** Trains, and writes everything down. */
    private static RunResult recorded(
            RunRequest request, Dataset dataset, RunDirectory directory, RunListeners listeners) {
        Clock clock = Clock.systemDefaultZone();
        MetricDescriptions metrics =
                MetricDescriptions.of(request.experiment().spec().metrics());
        try (MetricsLog log = directory.openMetrics(metrics)) {
            Injector injector = Guice.createInjector(
                    Stage.PRODUCTION,
                    new PluginModule(request.registry()),
                    new ExperimentModule(request, dataset, directory, log, listeners));
            Provenance provenance = provenance(request, dataset, injector.getInstance(Backend.class), clock);
            directory.writeProvenance(provenance);
            RunResult result = injector.getInstance(ExperimentRunner.class).run();
            Provenance ended = provenance.endedAt(OffsetDateTime.now(clock));
            directory.writeResult(result);
            directory.writeProvenance(ended);
            directory.writeReport(request.page()
                    .render(result, ended, log.reports(), request.experiment().text()));
            return result;
        }
    }

    /**
     * The file of the pre-trained stack that an experiment uses or would leave; empty where nothing is pre-trained.
     *
     * @param output as in {@link RunRequest}
     */
    public static Optional<Path> stack(
            ResolvedExperiment experiment, DatasetInfo data, ComponentRegistry registry, Path output) {
        return StackCache.appliesTo(experiment)
                ? Optional.of(StackCache.in(output).file(experiment, data, registry.plugins()))
                : Optional.empty();
    }

    private static Provenance provenance(RunRequest request, Dataset dataset, Backend backend, Clock clock) {
        ExperimentSpec spec = request.experiment().spec();
        return new Provenance(
                Build.current(),
                request.registry().plugins(),
                Provenance.Data.of(dataset.info()),
                spec.experiment().seed(),
                new Provenance.Computation(backend.name(), backend.threads(), backend.vectorBits()),
                Machine.current(),
                request.commandLine(),
                OffsetDateTime.now(clock),
                Optional.empty());
    }
}
