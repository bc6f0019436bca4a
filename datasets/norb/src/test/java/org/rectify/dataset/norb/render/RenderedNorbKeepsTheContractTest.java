package org.rectify.dataset.norb.render;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;
import org.rectify.testkit.TestContext;

class RenderedNorbKeepsTheContractTest extends DatasetContract<RenderedNorbOptions> {

    @TempDir
    static Path directory = Path.of("");

    @Override
    protected DatasetFactory<RenderedNorbOptions> factory() {
        return new RenderedNorbFactory();
    }

    @Override
    protected RenderedNorbOptions options() {
        return new RenderedNorbOptions(600, 300, 300, true, Optional.empty());
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(600, 300, 300);
    }

    @Override
    protected TestContext context() {
        return TestContext.in(directory);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }
}
