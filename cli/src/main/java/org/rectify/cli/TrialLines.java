package org.rectify.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.rectify.engine.training.TrainingListener;

/** Tells programs how far a trial is: lines {@code progress FRACTION}, one a second at most, and {@code log TEXT}. */
final class TrialLines implements TrainingListener {

    private static final long NANOSECONDS_BETWEEN = 1_000_000_000;

    private final PrintStream out;
    private int examples;
    private int epochs;
    private long told = System.nanoTime() - NANOSECONDS_BETWEEN;

    /**
     * @param out flushes every line
     */
    TrialLines(PrintStream out) {
        this.out = out;
    }

    /** What happens, for people. */
    void log(String text) {
        out.println("log " + text);
    }

    @Override
    public void trainingStarted(int examplesOfEpoch, int mostEpochs) {
        examples = examplesOfEpoch;
        epochs = mostEpochs;
    }

    @Override
    public void examplesLearned(int epoch, int examplesOfEpoch) {
        long now = System.nanoTime();
        if (now - told >= NANOSECONDS_BETWEEN) {
            told = now;
            double fraction = (epoch - 1 + (double) examplesOfEpoch / examples) / epochs;
            out.println(String.format(Locale.ROOT, "progress %.4f", fraction));
        }
    }
}
