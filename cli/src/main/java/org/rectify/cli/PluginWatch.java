package org.rectify.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** A plugin may start a thread per call, and each may die. */
    private static final int MOST_THREADS_TOLD = 10;

    private final AtomicInteger threadsTold = new AtomicInteger();
    private volatile @Nullable PluginCalls calls;
    private final PrintStream out = System.out;
    private final PrintStream printed;
    private @Nullable Watchdog watchdog;
    private final Thread exitHook = new Thread(this::blameForExit, "plugin-exit");

    private final Thread.@Nullable UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();

    private PluginWatch() {
        this.printed = new PrintStream(new PluginOutput(this::speaker), true, StandardCharsets.UTF_8);
    }

    /** Watches until it is closed; before plugins are loaded, whose code runs then already. */
    static PluginWatch begin() {
        PluginWatch watch = new PluginWatch();
        System.setOut(watch.printed);
        Thread.setDefaultUncaughtExceptionHandler(watch::tellUncaught);
        Runtime.getRuntime().addShutdownHook(watch.exitHook);
        return watch;
    }

    /** The plugins are loaded, and from now on called like this. */
    void over(PluginCalls loaded) {
        calls = loaded;
        watchdog = Watchdog.over(loaded, LOG::warn);
    }

    private Optional<String> speaker() {
        PluginCalls loaded = calls;
        return loaded == null ? Optional.empty() : loaded.component();
    }

    private List<PluginCalls.Running> running() {
        PluginCalls loaded = calls;
        return loaded == null ? List.of() : loaded.running();
    }

    /** What ends a thread of a plugin's own ends no run; it is told in a line, and traced in the log. */
    private void tellUncaught(Thread thread, Throwable thrown) {
        int told = threadsTold.getAndIncrement();
        if (told >= MOST_THREADS_TOLD) {
            return;
        }
        Thrown copy = Thrown.of(thrown);
        String plugin = Arrays.stream(copy.getStackTrace())
                .map(StackTraceElement::getClassLoaderName)
                .filter(name -> name != null && !name.equals("app"))
                .findFirst()
                .map(name -> "plugin " + name + ": ")
                .orElse("");
        LOG.warn("{}thread '{}' throws {}", plugin, PluginText.line(thread.getName()), copy.line());
        LOG.info("thrown by thread '{}'", PluginText.line(thread.getName()), copy);
        if (told == MOST_THREADS_TOLD - 1) {
            LOG.warn("{} threads have thrown; what further ones throw is not told", MOST_THREADS_TOLD);
        }
    }

    private void blameForExit() {
        LastResort.begin(ExitCode.INTERRUPTED);
        ForeignExit.underWay().ifPresent(exit -> {
            String who = running().stream()
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
        if (watchdog != null) {
            watchdog.close();
        }
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
