package org.rectify.plugin.training.executor;

import java.util.List;
import org.rectify.api.executor.TrialExecutorFactory;

/** The executors of this package. */
public final class TrialExecutors {

    private TrialExecutors() {}

    /** All of them. */
    public static List<TrialExecutorFactory<?>> all() {
        return List.of(new LocalThreads(), new Processes());
    }
}
