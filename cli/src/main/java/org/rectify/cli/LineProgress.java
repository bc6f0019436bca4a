package org.rectify.cli;

import java.io.PrintWriter;
import org.rectify.engine.training.EpochReport;

/** One line for each epoch, for streams that nobody watches. */
final class LineProgress implements Progress {

    private final PrintWriter err;
    private int epochs;

    LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void trainingStarted(int examples, int epochs) {
        this.epochs = epochs;
    }

    @Override
    public void measured(EpochReport report) {
        err.println(EpochLine.whole(report, epochs));
        err.flush();
    }
}
