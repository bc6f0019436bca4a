package org.rectify.plugin.training.executor;

import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TrialExecutorContract;

/** Trials on threads. */
class LocalTest extends TrialExecutorContract {

    @Override
    protected TrialExecutor executor() {
        return new Local().create(new Local.Options(Optional.of(2)), TestContext.in(Path.of("")));
    }
}
