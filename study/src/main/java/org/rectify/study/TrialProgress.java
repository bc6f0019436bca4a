package org.rectify.study;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;

/** How far one trial is; ends its training when it is given up. Safe for use by several threads. */
final class TrialProgress implements TrainingListener {

    private final BooleanSupplier cancelled;
    private int examples;
    private int epochs;
    private volatile double fraction;
    private volatile long lastSign = System.nanoTime();

    TrialProgress(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** The part of fine-tuning that is done, from 0 to 1, had it to go through all epochs. */
    double fraction() {
        return fraction;
    }

    /** Nanoseconds since something was heard of the trial. */
    long silence() {
        return System.nanoTime() - lastSign;
    }

    /** What a process elsewhere tells; NaN tells nothing. */
    void set(double newFraction) {
        sign();
        if (!Double.isNaN(newFraction)) {
            fraction = Math.max(0, Math.min(1, newFraction));
        }
    }

    /** The trial is alive. */
    void sign() {
        lastSign = System.nanoTime();
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        goOn();
    }

    @Override
    public void trainingStarted(int examplesOfEpoch, int mostEpochs) {
        examples = examplesOfEpoch;
        epochs = mostEpochs;
        goOn();
    }

    @Override
    public void examplesLearned(int epoch, int examplesOfEpoch) {
        fraction = (epoch - 1 + (double) examplesOfEpoch / examples) / epochs;
        goOn();
    }

    @Override
    public void measured(EpochReport report) {
        goOn();
    }

    private void goOn() {
        sign();
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the trial is given up");
        }
    }
}
