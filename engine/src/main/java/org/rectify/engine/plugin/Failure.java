package org.rectify.engine.plugin;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rectify.engine.guard.Thrown;

/** Says what came out of a plugin, and what mends it. */
final class Failure {

    private static final String MEND = "; mend the plugin, or remove it";
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(/[\\w$]+)*");

    private Failure() {}

    /** Completes a sentence whose subject is what was called. */
    static String describe(Throwable thrown) {
        Thrown copy = Thrown.of(thrown);
        if (thrown instanceof ExceptionInInitializerError) {
            Throwable cause = copy.getCause();
            return "fails in the static initialiser of " + initialised(cause) + ", which throws "
                    + (cause instanceof Thrown known ? known.line() : "something unknown") + MEND;
        }
        String message = copy.getMessage();
        if (thrown instanceof NoClassDefFoundError
                && message != null
                && CLASS_NAME.matcher(message).matches()) {
            return "needs the class " + message.replace('/', '.')
                    + ", which the plugin cannot see: it sees the Java platform, its own jars, and from Rectify only "
                    + String.join("* ", PluginClassLoader.SHARED) + "*; add the jar that holds the class to the plugin";
        }
        if (thrown instanceof UnsupportedClassVersionError) {
            return "throws " + copy.line() + "; run it on a newer Java, or build it for release "
                    + Runtime.version().feature();
        }
        return "throws " + copy.line() + MEND;
    }

    private static String initialised(@Nullable Throwable cause) {
        return cause == null
                ? "a class"
                : Arrays.stream(cause.getStackTrace())
                        .filter(frame -> frame.getMethodName().equals("<clinit>"))
                        .map(StackTraceElement::getClassName)
                        .findFirst()
                        .orElse("a class");
    }
}
