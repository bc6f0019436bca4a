package org.rectify.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.run.PageRenderer;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.training.TrainingListener;
import org.rectify.study.plan.UsedPlugins;

/** A trial that is known by its specification alone, in a process that need not have planned it. */
public final class SpecifiedTrial {

    private final TrialSpec spec;
    private final ResolvedExperiment experiment;
    private final ComponentRegistry registry;

    private SpecifiedTrial(TrialSpec spec, ResolvedExperiment experiment, ComponentRegistry registry) {
        this.spec = spec;
        this.experiment = experiment;
        this.registry = registry;
    }

    /**
     * Binds the experiment of a trial.
     *
     * @param spec untrusted
     * @param file it was read from, named in errors
     * @param registry the components of this process
     * @param dataDirectory where data sets lie here
     * @throws RectifyException of category {@code PLUGIN} where a plugin is another than the trial was planned with;
     *     of category {@code USER} where the experiment is none, or becomes another one here
     */
    public static SpecifiedTrial bind(TrialSpec spec, Path file, ComponentRegistry registry, Path dataDirectory) {
        Requirements.requirePlugins(spec.plugins(), registry.plugins());
        ResolvedExperiment experiment = Experiments.resolved(spec.experiment(), file, registry, dataDirectory);
        List<String> unplanned = UsedPlugins.of(experiment, registry).stream()
                .filter(used -> spec.plugins().stream()
                        .noneMatch(planned -> planned.id().equals(used.id())))
                .map(used -> used.id() + " (" + used.location() + ")")
                .toList();
        if (!unplanned.isEmpty()) {
            throw new RectifyException(
                    Category.PLUGIN,
                    file + ": the trial was planned without the plugins that its experiment uses here: "
                            + String.join(", ", unplanned));
        }
        if (!experiment.text().equals(spec.experiment())) {
            throw new RectifyException(
                    Category.USER,
                    file + ": its experiment is not resolved, or by another version of Rectify; accepted is a"
                            + " specification that the same version made, as it is");
        }
        return new SpecifiedTrial(spec, experiment, registry);
    }

    /** What is measured. */
    public MetricDescriptions metrics() {
        return MetricDescriptions.of(experiment.spec().metrics());
    }

    /**
     * Runs it to its end.
     *
     * @param directory of the run, which was made for it
     * @param stacks the folder beside whose runs pre-trained stacks are shared; empty where none are
     * @param commandLine as given, for the provenance
     * @param page renders its page
     * @param listener told how training goes
     * @throws RectifyException when data, a plugin or the directory fails; when the data is not the one planned with
     */
    public RunResult run(
            RunDirectory directory,
            Optional<Path> stacks,
            List<String> commandLine,
            PageRenderer page,
            TrainingListener listener) {
        RunRequest request = new RunRequest(
                experiment,
                registry,
                stacks.orElse(directory.path()),
                stacks.isPresent(),
                commandLine,
                page,
                made -> {},
                listener);
        try (Dataset dataset = experiment.spec().dataset().create()) {
            Requirements.requireData(spec.data(), dataset.info().checksums());
            experiment.fit().accept(dataset.facts());
            return Runs.run(request, dataset, directory).result();
        }
    }
}
