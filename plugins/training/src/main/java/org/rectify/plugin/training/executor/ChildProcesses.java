package org.rectify.plugin.training.executor;

import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;

/** An executor whose every trial is a child process, watched by a thread. */
final class ChildProcesses implements TrialExecutor {

    private final Workers workers;
    private final int memory;
    private final int retries;

    /**
     * @param jobs children at a time
     * @param memory heap of each in MB; 0 leaves it to Java
     * @param retries of a trial whose child dies
     */
    ChildProcesses(int jobs, int memory, int retries) {
        this.workers = new Workers(jobs);
        this.memory = memory;
        this.retries = retries;
    }

    @Override
    public int capacity() {
        return workers.number();
    }

    @Override
    public TrialHandle submit(Trial trial) {
        return workers.submit(new TrialInChild(trial, memory, retries));
    }

    @Override
    public void close() {
        workers.close();
    }
}
