package org.rectify.engine.guard;

import java.util.Optional;

/** A component behind its guard. */
public interface Guarded {

    /** The guard it stands behind. */
    Guard guard();

    /** What stands behind it. */
    Object component();

    /** What a plugin gave: that which stands behind a guard, and anything else itself. */
    static Object behind(Object component) {
        return component instanceof Guarded guarded ? guarded.component() : component;
    }

    /** The guard that a component stands behind; empty where it is the engine's own. */
    static Optional<Guard> of(Object component) {
        return component instanceof Guarded guarded ? Optional.of(guarded.guard()) : Optional.empty();
    }
}
