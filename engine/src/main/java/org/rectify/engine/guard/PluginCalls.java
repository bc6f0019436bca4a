package org.rectify.engine.guard;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Which threads are inside calls into plugins, and in which. Safe for use by several threads. */
public final class PluginCalls {

    private final ThreadLocal<Slot> slots = ThreadLocal.withInitial(this::newSlot);
    private final Queue<Slot> all = new ConcurrentLinkedQueue<>();
    /** What the engine threw into plugins that had called it back. */
    private final Set<Identity> ofEngine = ConcurrentHashMap.newKeySet();

    /** A throwable and no other one, whatever its own methods say of equality, for as long as somebody else keeps it. */
    private static final class Identity extends WeakReference<Throwable> {

        private final int hash;

        Identity(Throwable thrown) {
            super(thrown);
            this.hash = System.identityHashCode(thrown);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Identity same && get() != null && get() == same.get();
        }
    }

    private Slot newSlot() {
        all.removeIf(slot -> !slot.thread().isAlive());
        Slot slot = new Slot(Thread.currentThread());
        all.add(slot);
        return slot;
    }

    /** That of the calling thread. */
    Slot slot() {
        return slots.get();
    }

    /**
     * A call that a thread is inside of. Two are equal where it is the same call and nothing was called in it meanwhile.
     *
     * @param call what is called, for people: {@code activation 'swish' of plugin org.example.swish: value()}
     * @param number of the call among those of the thread
     */
    public record Running(Thread thread, String call, long number) {}

    /** Every call that is under way now. */
    public List<Running> running() {
        List<Running> running = new ArrayList<>();
        for (Slot slot : all) {
            long number = slot.entries();
            Call call = slot.current();
            if (call != null) {
                running.add(new Running(slot.thread(), call.toString(), number));
            }
        }
        return running;
    }

    /** The component that the calling thread is inside of, and its plugin, for people. */
    public Optional<String> component() {
        Call call = slot().current();
        return call == null ? Optional.empty() : Optional.of(call.guard().toString());
    }

    /** The engine threw this, and is to get it back. */
    void thrownByEngine(Throwable thrown) {
        ofEngine.removeIf(known -> known.get() == null);
        ofEngine.add(new Identity(thrown));
    }

    boolean isOfEngine(Throwable thrown) {
        return ofEngine.contains(new Identity(thrown));
    }
}
