package org.rectify.engine.guard;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one thread is doing in plugins.
 *
 * <p>Written by that thread alone, for every call; read by others once a second. The writes are therefore the cheapest that
 * others see at all.
 */
final class Slot {

    private final Thread thread;
    private final AtomicReference<@Nullable Call> current = new AtomicReference<>();
    private final AtomicLong entries = new AtomicLong();

    Slot(Thread thread) {
        this.thread = thread;
    }

    Thread thread() {
        return thread;
    }

    /**
     * Begins a call; null stands for the engine at work inside one.
     *
     * @return the call around it, to be handed to {@link #leave}
     */
    @Nullable
    Call enter(@Nullable Call next) {
        Call outer = current.getPlain();
        entries.setOpaque(entries.getPlain() + 1);
        current.setOpaque(next);
        return outer;
    }

    void leave(@Nullable Call outer) {
        current.setOpaque(outer);
    }

    /** The innermost call; null where the thread is in no plugin. */
    @Nullable
    Call current() {
        return current.getOpaque();
    }

    /** How many calls were begun: another number is another call. */
    long entries() {
        return entries.getOpaque();
    }
}
