package org.rectify.plugin.training.executor;

import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TrialExecutorContract;

/** Trials on threads. */
class LocalThreadsTest extends TrialExecutorContract {

    @Override
    protected TrialExecutor executor() {
        return new LocalThreads().create(new LocalThreads.Options(Optional.of(2)), TestContext.in(Path.of("")));
    }
}
