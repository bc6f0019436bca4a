package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Changes;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.run.PageRenderer;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.training.SelectedRows;
import org.rectify.engine.training.TrainingListener;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedData;
import org.rectify.study.plan.TrialCost;

/** Estimates how long trials take from one short training of each arm: an epoch of each phase on few examples. */
public final class Calibration {

    private static final int EXAMPLES = 1000;
    private static final int VALIDATION_EXAMPLES = 200;

    /** Nobody reads about a run that is only timed. */
    private static final PageRenderer NO_PAGE = (result, provenance, reports, configuration) -> "";

    private final StudyFile file;
    private final ComponentRegistry registry;
    private final Map<String, Speed> speeds = new HashMap<>();

    /** Estimates of the trials of a study, on one thread each. */
    public Calibration(StudyFile file, ComponentRegistry registry) {
        this.file = file;
        this.registry = registry;
    }

    /** Seconds for each floating-point operation of a phase. */
    private record Speed(double pretraining, double fineTuning) {

        /** Of a pre-training that diverged, so that there was no fine-tuning. */
        static Speed ofPretraining(double speed) {
            return new Speed(speed, Double.NaN);
        }

        boolean isWhole() {
            return Double.isFinite(fineTuning);
        }
    }

    /** Notes when fine-tuning begins. */
    private static final class Phases implements TrainingListener {

        private long fineTuningStarted;

        @Override
        public void trainingStarted(int examples, int epochs) {
            fineTuningStarted = System.nanoTime();
        }
    }

    /**
     * Seconds a trial takes at most, stopped by nothing but its number of epochs; measures its arm when first asked.
     *
     * @param stackKept whether its pre-trained stack is there already, so that pre-training costs nothing
     */
    public double seconds(PlacedTrial row, boolean stackKept) {
        Speed speed = speeds.computeIfAbsent(row.cell().arm().name(), arm -> measure(row));
        TrialCost work = row.trial().work();
        return (stackKept ? 0 : work.pretraining() * speed.pretraining()) + work.fineTuning() * speed.fineTuning();
    }

    private Speed measure(PlacedTrial row) {
        Changes changes = row.cell()
                .arm()
                .changes()
                .and(row.point().changes())
                .and(file.oneEpoch(row.trial().experiment()));
        ResolvedExperiment brief = experiment(row, changes);
        try (Dataset whole = brief.spec().dataset().create()) {
            Split validation = SelectedRows.first(whole.validation(), VALIDATION_EXAMPLES);
            Dataset few = new InMemoryDataset(
                    whole.info(), SelectedRows.first(whole.train(), EXAMPLES), validation, validation);
            if (speeds.isEmpty()) {
                train(brief, few); // compiles what all arms share
            }
            Speed speed = train(brief, few);
            return speed.isWhole()
                    ? speed
                    : new Speed(
                            speed.pretraining(),
                            train(experiment(row, changes.and(file.withoutPretraining())), few)
                                    .fineTuning());
        }
    }

    private ResolvedExperiment experiment(PlacedTrial row, Changes changes) {
        return file.experiment(row.cell().arm().name(), changes)
                .orElse(row.trial().experiment())
                .withoutListeners();
    }

    private Speed train(ResolvedExperiment brief, Dataset few) {
        Path folder = temporary();
        TrialCost work = TrialCost.of(
                brief,
                new PlannedData(
                        few.info(),
                        few.train().size(),
                        few.validation().size(),
                        few.train().size()));
        Phases phases = new Phases();
        long start = System.nanoTime();
        try {
            Runs.run(
                    new RunRequest(brief, registry, folder, false, List.of(), NO_PAGE, made -> {}, phases),
                    few,
                    RunDirectory.createAt(folder.resolve("run")));
            long end = System.nanoTime();
            return new Speed(
                    per(phases.fineTuningStarted - start, work.pretraining()),
                    per(end - phases.fineTuningStarted, work.fineTuning()));
        } catch (RectifyException e) {
            if (e.category() != Category.DIVERGED) {
                throw e;
            }
            return Speed.ofPretraining(per(System.nanoTime() - start, work.pretraining()));
        } finally {
            StudyDirectory.delete(folder);
        }
    }

    private static double per(long nanoseconds, double work) {
        return work == 0 ? 0 : nanoseconds / 1e9 / work;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rectify-plan-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
