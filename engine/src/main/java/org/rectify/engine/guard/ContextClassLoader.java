package org.rectify.engine.guard;

import java.util.function.Supplier;

/** Sets the thread's context class loader around a call, for libraries in plugins that look things up through it. */
public final class ContextClassLoader {

    private ContextClassLoader() {}

    /** The call's result; the earlier context class loader is back when it returns or throws. */
    public static <T> T during(ClassLoader loader, Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
