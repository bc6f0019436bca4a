package org.rectify.plugin.training.executor;

import java.util.Optional;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;

/** Trials as processes of this machine: what crashes is one trial, never the study. */
final class Processes implements TrialExecutorFactory<Processes.Options> {

    /** How many processes, how large, and how often one that dies is started again. */
    record Options(
            @Describe(
                    value = "Processes that run side by side; one for each processor unless given.",
                    range = "[1, 1024]")
            Optional<Integer> jobs,

            @Describe(
                    value = "Heap of each process in MB, at most; what Java takes by itself unless given.",
                    range = "[64, 1048576]")
            Optional<Integer> memory,

            @Describe(
                    value =
                            "How often a trial is run again whose process was killed or crashed; an error it reports is final.",
                    defaultsTo = "1",
                    range = "[0, 100]")
            int retries) {

        Options {
            jobs.ifPresent(number -> Require.in("jobs", number, "[1, 1024]"));
            memory.ifPresent(megabytes -> Require.in("memory", megabytes, "[64, 1048576]"));
            Require.in("retries", retries, "[0, 100]");
        }
    }

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public String summary() {
        return "Runs trials side by side on this machine, each in a process of its own that may crash alone.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public TrialExecutor create(Options options, ComponentContext context) {
        int jobs = options.jobs().orElseGet(Runtime.getRuntime()::availableProcessors);
        return new ChildProcesses(jobs, options.memory().orElse(0), options.retries());
    }
}
