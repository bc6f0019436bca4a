package org.rectify.engine.study;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;

/** How far one trial is; ends its training when the study is to stop. */
final class TrialProgress implements TrainingListener {

    private final BooleanSupplier stopping;
    private int examples;
    private int epochs;
    private volatile double fraction;

    TrialProgress(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    /** The part of fine-tuning that is done, from 0 to 1, had it to go through all epochs. */
    double fraction() {
        return fraction;
    }

    /** What a process elsewhere tells. */
    void set(double newFraction) {
        fraction = Math.max(0, Math.min(1, newFraction));
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        leaveIfStopping();
    }

    @Override
    public void trainingStarted(int examplesOfEpoch, int mostEpochs) {
        examples = examplesOfEpoch;
        epochs = mostEpochs;
        leaveIfStopping();
    }

    @Override
    public void examplesLearned(int epoch, int examplesOfEpoch) {
        fraction = (epoch - 1 + (double) examplesOfEpoch / examples) / epochs;
        leaveIfStopping();
    }

    @Override
    public void measured(EpochReport report) {
        leaveIfStopping();
    }

    private void leaveIfStopping() {
        if (stopping.getAsBoolean()) {
            throw new CancellationException("the study is stopping");
        }
    }
}
