package org.rectify.engine.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.RectifyException;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.Histogram;
import org.rectify.api.listener.LayerState;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.config.DeferredComponent;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;
import org.rectify.kernels.NeuralNetwork;

/** The listeners of one run, in the experiment's order, each behind its guard. */
public final class RunListeners implements TrainingListener, AutoCloseable {

    private final List<Told> all;
    private @Nullable NetworkHistograms histograms;

    private RunListeners(List<Told> all) {
        this.all = all;
    }

    /** Makes the listeners of a run that is about to begin. */
    public static RunListeners of(List<DeferredComponent<RunListener>> choices) {
        return new RunListeners(
                choices.stream().map(choice -> new Told(choice.create())).toList());
    }

    /** One listener and how far it was told. */
    private static final class Told {

        private final RunListener listener;
        private boolean wantsHistograms;
        private boolean started;
        private boolean broken;

        Told(RunListener listener) {
            this.listener = listener;
        }

        void start(RunFacts run) {
            started = true;
            call(one -> wantsHistograms = one.wantsHistograms());
            call(one -> one.started(run));
        }

        void call(Consumer<RunListener> call) {
            try {
                call.accept(listener);
            } catch (RectifyException e) {
                broken = true;
                throw e;
            }
        }
    }

    /** The run has its data and its directory. */
    public void started(RunFacts run) {
        all.forEach(told -> told.start(run));
    }

    /**
     * Fine-tuning is about to begin.
     *
     * @param validation whose examples hidden outputs are shown for
     */
    public void watch(NeuralNetwork network, Split validation) {
        if (all.stream().anyMatch(told -> told.wantsHistograms)) {
            histograms = new NetworkHistograms(network, validation);
        }
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        PretrainingFacts facts = new PretrainingFacts(
                progress.layer(),
                progress.epoch(),
                progress.learningRate(),
                progress.trainingCost(),
                progress.heldOutCost(),
                progress.sparsity());
        all.forEach(told -> told.call(one -> one.layerLearned(facts)));
    }

    @Override
    public void measured(EpochReport report) {
        EpochFacts plain = facts(report, Map.of());
        EpochFacts whole = histograms == null ? plain : facts(report, histograms.take());
        all.forEach(told -> told.call(one -> one.epochEnded(told.wantsHistograms ? whole : plain)));
    }

    private static EpochFacts facts(EpochReport report, Map<String, Histogram> histograms) {
        return new EpochFacts(
                report.epoch(),
                report.updates(),
                report.trainCost(),
                report.costs(),
                report.validation(),
                report.layers().stream()
                        .map(layer -> new LayerState(
                                layer.sparsity(), layer.meanAbsolute(), layer.gradientNorm(), layer.deadUnits()))
                        .toList(),
                report.examplesPerSecond(),
                report.best(),
                histograms);
    }

    /**
     * The run has ended and is recorded; all are told, though one of them fails.
     *
     * @throws RectifyException what the first of them threw
     */
    public void ended(EndFacts end) {
        throwFirst(callAll(all, one -> one.ended(end)));
    }

    /** The run has failed: tells those that began and did not fail themselves. What they throw now is added to the cause. */
    public void failed(Throwable cause) {
        String message = cause instanceof RectifyException known
                ? known.getMessage()
                : cause instanceof CancellationException ? "interrupted" : cause.toString();
        List<Told> listening =
                all.stream().filter(told -> told.started && !told.broken).toList();
        callAll(listening, one -> one.failed(message)).forEach(cause::addSuppressed);
    }

    /** Closes all that began, though one of them fails. */
    @Override
    public void close() {
        List<Told> begun = all.stream().filter(told -> told.started).toList();
        throwFirst(callAll(begun, RunListener::close));
    }

    private static List<RectifyException> callAll(List<Told> listeners, Consumer<RunListener> call) {
        List<RectifyException> failures = new ArrayList<>();
        for (Told told : listeners) {
            try {
                told.call(call);
            } catch (RectifyException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    private static void throwFirst(List<RectifyException> failures) {
        if (!failures.isEmpty()) {
            RectifyException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
