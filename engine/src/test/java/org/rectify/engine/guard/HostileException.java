package org.rectify.engine.guard;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Fails again wherever it is told, traced, compared or asked for its cause. */
@SuppressWarnings("NullAway") // It gives null on purpose.
final class HostileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
        throw new AssertionError("no message");
    }

    @Override
    public @Nullable String toString() {
        return null;
    }

    @Override
    public synchronized Throwable getCause() {
        throw new IllegalStateException("no cause");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        return new StackTraceElement[] {null};
    }

    @Override
    public void printStackTrace(PrintStream stream) {
        throw new IllegalStateException("no trace");
    }

    @Override
    public void printStackTrace(PrintWriter writer) {
        throw new IllegalStateException("no trace");
    }

    @Override
    public int hashCode() {
        throw new IllegalStateException("no hash");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw new IllegalStateException("equal to nothing");
    }
}
