package org.example.nice;

import java.nio.file.Path;
import org.rectify.api.component.NoOptions;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TrialExecutorContract;

class NiceTest extends TrialExecutorContract {

    @Override
    protected TrialExecutor executor() {
        return new Nice().create(new NoOptions(), TestContext.in(Path.of("")));
    }
}
