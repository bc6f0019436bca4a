package org.rectify.cli;

import java.io.PrintWriter;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.TrainingListener;

/** Shows a person how training goes. */
interface TrainingProgress extends TrainingListener, AutoCloseable {

    /** A bar where standard error is a terminal that can redraw a line, lines elsewhere. */
    static TrainingProgress on(Terminals terminals, MetricDescriptions metrics, PrintWriter err) {
        return terminals.redraws() ? new BarProgress(System.err, metrics) : new LineProgress(err::println, metrics);
    }

    /** Shows nothing more; may be called twice. */
    @Override
    default void close() {}
}
