package org.rectify.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;

/** One bar over all epochs, drawn again and again on a terminal. */
final class BarProgress implements TrainingProgress {

    private static final int MILLISECONDS_BETWEEN_DRAWINGS = 250;
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 5;

    private final PrintStream terminal;
    private final EpochLine line;
    private @Nullable ProgressBar bar;
    private int examples;
    private int epochs;
    private volatile int epoch = 1;
    private volatile String measured = "";

    BarProgress(PrintStream terminal, MetricDescriptions metrics) {
        this.terminal = terminal;
        this.line = new EpochLine(metrics);
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        terminal.print("\r\u001b[K" + LayerLine.measured(progress));
        terminal.flush();
    }

    @Override
    public void layerPretrained(LayerProgress chosen) {
        terminal.print("\r\u001b[K" + LayerLine.chosen(chosen) + "\n");
        terminal.flush();
    }

    @Override
    public void stackReused(Path file) {
        terminal.print(LayerLine.reused(file) + "\n");
        terminal.flush();
    }

    @Override
    public void trainingStarted(int examples, int epochs) {
        this.examples = examples;
        this.epochs = epochs;
        bar = new ProgressBarBuilder()
                .setInitialMax((long) examples * epochs)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_DRAWINGS)
                .setConsumer(new LineOfTerminal(terminal))
                .setRenderer((state, width) -> line(state.getCurrent(), state.getMax(), elapsed(state), width))
                .build();
    }

    private static Duration elapsed(ProgressState state) {
        return state.getElapsedBeforeStart().plus(state.getElapsedAfterStart());
    }

    @Override
    public void examplesLearned(int epoch, int examplesOfEpoch) {
        this.epoch = epoch;
        if (bar != null) {
            bar.stepTo((long) (epoch - 1) * examples + examplesOfEpoch);
        }
    }

    @Override
    public void measured(EpochReport report) {
        measured = line.brief(report);
    }

    /** The whole line: epoch, bar, what was measured last, and the time that all epochs would still take. */
    String line(long learned, long ofAll, Duration elapsed, int width) {
        double done = ofAll == 0 ? 1 : (double) learned / ofAll;
        String left = "epoch " + epoch + "/" + epochs + " ";
        String right = String.format(Locale.ROOT, " %3.0f %%", 100 * done)
                + (measured.isEmpty() ? "" : "  " + measured)
                + speed(learned, elapsed)
                + (learned == 0
                        ? ""
                        : "  " + clock(elapsed.multipliedBy(ofAll - learned).dividedBy(learned)) + " left");
        int length = Math.min(LONGEST_BAR, width - left.length() - right.length() - 3);
        return left + (length < SHORTEST_BAR ? "" : bar(done, length)) + right;
    }

    private static String bar(double done, int length) {
        int filled = (int) (done * length);
        return "[" + "=".repeat(filled) + " ".repeat(length - filled) + "]";
    }

    private static String speed(long learned, Duration elapsed) {
        double seconds = elapsed.toMillis() / 1000.0;
        return learned == 0 || seconds == 0 ? "" : String.format(Locale.ROOT, "  %.0f/s", learned / seconds);
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** Leaves the bar as it was last drawn, and ends its line. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            terminal.print('\n');
            terminal.flush();
        }
    }

    /** Leaves ending the line to {@link BarProgress#close()}: the library's drawing thread may miss its own end. */
    private static final class LineOfTerminal extends ConsoleProgressBarConsumer {

        LineOfTerminal(PrintStream terminal) {
            super(terminal);
        }

        @Override
        public void close() {}
    }
}
