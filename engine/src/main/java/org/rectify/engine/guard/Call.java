package org.rectify.engine.guard;

/** A method of a component, for calls of it; made once, since calls must not allocate. */
final class Call {

    private final Guard guard;
    private final String method;

    Call(Guard guard, String method) {
        this.guard = guard;
        this.method = method;
    }

    Guard guard() {
        return guard;
    }

    String method() {
        return method;
    }

    /**
     * What leaves the guard when something was thrown behind it; see {@link Guard#fault}.
     *
     * @return to be thrown
     */
    RuntimeException fault(Throwable thrown) {
        return guard.fault(method, thrown);
    }

    /**
     * The fault of a call that returned.
     *
     * @param what completes a sentence whose subject is the method
     */
    PluginFault fault(String what) {
        return guard.fault(method, what);
    }

    /** What is called, for people. */
    @Override
    public String toString() {
        return guard + ": " + method + "()";
    }
}
