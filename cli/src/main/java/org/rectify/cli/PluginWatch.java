package org.rectify.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rectify.engine.guard.PluginCalls;
import org.rectify.engine.guard.PluginText;
import org.rectify.engine.guard.Thrown;
import org.rectify.engine.guard.Watchdog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over the plugins of a command: what they print goes to the log, calls that do not return are told, and a plugin
 * that ends Java ends it as a broken plugin.
 */
final class PluginWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

    private final PluginCalls calls;
    private final PrintStream out = System.out;
    private final PrintStream printed;
    private final Watchdog watchdog;
    private final Thread exitHook = new Thread(this::blameForExit, "plugin-exit");

    private final Thread.@Nullable UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();

    private PluginWatch(PluginCalls calls) {
        this.calls = calls;
        this.printed = new PrintStream(new PluginOutput(calls::component), true, StandardCharsets.UTF_8);
        this.watchdog = Watchdog.over(calls, LOG::warn);
    }

    /** Watches until it is closed. */
    static PluginWatch over(PluginCalls calls) {
        PluginWatch watch = new PluginWatch(calls);
        System.setOut(watch.printed);
        Thread.setDefaultUncaughtExceptionHandler(PluginWatch::tellUncaught);
        Runtime.getRuntime().addShutdownHook(watch.exitHook);
        return watch;
    }

    /** What ends a thread of a plugin's own ends no run; it is told in a line, and traced in the log. */
    private static void tellUncaught(Thread thread, Throwable thrown) {
        Thrown copy = Thrown.of(thrown);
        String plugin = Arrays.stream(copy.getStackTrace())
                .map(StackTraceElement::getClassLoaderName)
                .filter(name -> name != null && !name.equals("app"))
                .findFirst()
                .map(name -> "plugin " + name + ": ")
                .orElse("");
        LOG.warn("{}thread '{}' throws {}", plugin, PluginText.line(thread.getName()), copy.line());
        LOG.info("thrown by thread '{}'", PluginText.line(thread.getName()), copy);
    }

    private void blameForExit() {
        LastResort.begin(ExitCode.INTERRUPTED);
        ForeignExit.underWay().ifPresent(exit -> {
            String who = calls.running().stream()
                    .filter(call -> call.thread() == exit.thread())
                    .map(call -> call.call() + " called System.exit")
                    .findFirst()
                    .orElseGet(() -> exit.plugin() + " called System.exit");
            System.err.println("rectify: " + who + ", in " + exit.place() + "; mend the plugin, or remove it");
            System.err.flush();
            Runtime.getRuntime().halt(ExitCode.PLUGIN);
        });
    }

    @Override
    public void close() {
        watchdog.close();
        System.setOut(out);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        printed.close();
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException ending) {
            // Java ends, and the hook has looked already.
        }
    }
}
