package org.rectify.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of {@link System#exit} that is not this program's own, seen while Java is ending.
 *
 * @param thread that called it and now waits for the end
 * @param caller the method that called it
 */
record ForeignExit(Thread thread, StackTraceElement caller) {

    private static final String OWN = "org.rectify.cli.";
    private static final List<String> EXITS = List.of("java.lang.System", "java.lang.Runtime", "java.lang.Shutdown");

    /** The call that ends Java; empty where a signal does, or this program. */
    static Optional<ForeignExit> underWay() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(ForeignExit::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The plugin whose class called it: class loaders have the names of plugins. */
    String plugin() {
        String loader = caller.getClassLoaderName();
        return loader == null ? "a library" : "plugin " + loader;
    }

    /** Where in its source. */
    String place() {
        return caller.getClassName() + "." + caller.getMethodName() + ":" + caller.getLineNumber();
    }

    private static boolean isReflection(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.lang.reflect.")
                || frame.getClassName().startsWith("java.lang.invoke.")
                || frame.getClassName().startsWith("jdk.internal.reflect.");
    }

    private static Optional<ForeignExit> of(Map.Entry<Thread, StackTraceElement[]> stack) {
        StackTraceElement[] frames = stack.getValue();
        boolean exits = Arrays.stream(frames)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
        return exits
                ? Arrays.stream(frames)
                        .dropWhile(frame -> !EXITS.contains(frame.getClassName()))
                        .filter(frame -> !EXITS.contains(frame.getClassName()) && !isReflection(frame))
                        .findFirst()
                        .filter(frame -> !frame.getClassName().startsWith(OWN))
                        .map(frame -> new ForeignExit(stack.getKey(), frame))
                : Optional.empty();
    }
}
