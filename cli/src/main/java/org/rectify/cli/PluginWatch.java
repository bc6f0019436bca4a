package org.rectify.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.rectify.engine.guard.PluginCalls;
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

    private PluginWatch(PluginCalls calls) {
        this.calls = calls;
        this.printed = new PrintStream(new PluginOutput(calls::component), true, StandardCharsets.UTF_8);
        this.watchdog = Watchdog.over(calls, LOG::warn);
    }

    /** Watches until it is closed. */
    static PluginWatch over(PluginCalls calls) {
        PluginWatch watch = new PluginWatch(calls);
        System.setOut(watch.printed);
        Runtime.getRuntime().addShutdownHook(watch.exitHook);
        return watch;
    }

    private void blameForExit() {
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
        printed.close();
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException ending) {
            // Java ends, and the hook has looked already.
        }
    }
}
