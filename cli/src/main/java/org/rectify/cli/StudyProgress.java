package org.rectify.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.rectify.study.StudyStatus;

/** One line for a whole study: drawn again and again on a terminal, elsewhere written when a trial has ended. */
final class StudyProgress implements Consumer<StudyStatus>, AutoCloseable {

    private static final String WIPE = "\r\u001b[K";

    private final boolean redraws;
    private final PrintWriter err;
    private final PrintStream terminal;
    private int ended = -1;
    private boolean drawn;

    StudyProgress(Terminals terminals, PrintWriter err, PrintStream terminal) {
        this.redraws = terminals.redraws();
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void accept(StudyStatus status) {
        if (redraws) {
            terminal.print(WIPE + line(status));
            terminal.flush();
            drawn = true;
        } else if (status.done() + status.failed() != ended) {
            ended = status.done() + status.failed();
            err.println(line(status));
            err.flush();
        }
    }

    /** Done, failed, running, best so far, and the time that is left. */
    static String line(StudyStatus status) {
        StringBuilder line = new StringBuilder()
                .append(status.done())
                .append('/')
                .append(status.total())
                .append(" done");
        if (status.failed() > 0) {
            line.append(", ").append(status.failed()).append(" failed");
        }
        line.append(", ").append(status.running()).append(" running");
        if (status.elsewhere() > 0) {
            line.append(", ").append(status.elsewhere()).append(" in other processes");
        }
        status.best()
                .ifPresent(best -> line.append(String.format(
                        Locale.ROOT, ", best validation %s %.4f (%s)", best.metric(), best.value(), best.cell())));
        status.left().ifPresent(left -> line.append(", ").append(clock(left)).append(" left"));
        return line.toString();
    }

    /** Hours, minutes and seconds. */
    static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** Ends the line; may be called twice. */
    @Override
    public void close() {
        if (drawn) {
            terminal.print('\n');
            terminal.flush();
            drawn = false;
        }
    }
}
