package org.rectify.engine.guard;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialSpec;

/**
 * A trial as executors see it: what goes wrong while it runs is none of their faults.
 *
 * @param guard of the executor
 */
record CheckedTrial(Trial trial, Guard guard) implements Trial {

    @Override
    public TrialSpec spec() {
        return trial.spec();
    }

    @Override
    public String json() {
        return trial.json();
    }

    @Override
    public Path directory() {
        return trial.directory();
    }

    @Override
    public Path scratch(String name) {
        if (name == null) {
            throw guard.fault("submit", "asks for a scratch file without a name");
        }
        try {
            return guard.engine(() -> trial.scratch(name));
        } catch (IllegalArgumentException e) {
            throw guard.fault("submit", "asks for a scratch file that cannot be: " + e.getMessage());
        }
    }

    @Override
    public List<String> command(Path spec, long memoryMegabytes) {
        return trial.command(spec, memoryMegabytes);
    }

    @Override
    public void runHere() {
        guard.engine(trial::runHere);
    }

    @Override
    public boolean isCancelled() {
        return trial.isCancelled();
    }

    @Override
    public void progress(double fraction) {
        trial.progress(fraction);
    }

    @Override
    public void log(String line) {
        trial.log(String.valueOf(line));
    }
}
