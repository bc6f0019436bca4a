package org.rectify.engine.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin threw, asked once for all that is told and traced of it: its own methods may throw, block or give nothing, and
 * would do so wherever it is printed.
 */
public final class Thrown extends Exception {

    private static final long serialVersionUID = 1L;

    /** Causes, and what was suppressed, in all. */
    private static final int MOST = 50;

    private static final int MOST_CHARACTERS = 10_000;

    private final String text;
    private final boolean silent;

    private Thrown(@Nullable String message, String text) {
        super(message);
        this.text = text;
        this.silent = message == null;
    }

    /** A copy, with its causes, of something that may be hostile. */
    public static Thrown of(Throwable thrown) {
        return copy(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Thrown copy(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        Thrown copy = new Thrown(bearable(asked(thrown::getMessage)), text(thrown));
        StackTraceElement[] trace = asked(() -> thrown.getStackTrace().clone());
        try {
            copy.setStackTrace(trace == null ? new StackTraceElement[0] : trace);
        } catch (NullPointerException holes) {
            copy.setStackTrace(new StackTraceElement[0]);
        }
        Throwable cause = cause(thrown);
        if (cause != null && isNext(cause, seen)) {
            copy.initCause(copy(cause, seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (isNext(suppressed, seen)) {
                copy.addSuppressed(copy(suppressed, seen));
            }
        }
        return copy;
    }

    private static boolean isNext(Throwable thrown, Set<Throwable> seen) {
        return seen.size() < MOST && !seen.contains(thrown);
    }

    private static String text(Throwable thrown) {
        String text = bearable(asked(thrown::toString));
        return text == null ? thrown.getClass().getName() : text;
    }

    private static @Nullable String bearable(@Nullable String text) {
        return text != null && text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + " ..." : text;
    }

    /** The cause of something that may be hostile. */
    static @Nullable Throwable cause(Throwable thrown) {
        return asked(thrown::getCause);
    }

    /** The answer; null as well where there is none. */
    private static <T> @Nullable T asked(Supplier<? extends @Nullable T> question) {
        try {
            return question.get();
        } catch (Throwable hostile) {
            return null;
        }
    }

    /** What it is and says, and by what it was caused where it says nothing itself. */
    public String line() {
        Throwable cause = getCause();
        return PluginText.line(silent && cause != null ? text + ", caused by " + cause : text);
    }

    @Override
    public String toString() {
        return text;
    }
}
