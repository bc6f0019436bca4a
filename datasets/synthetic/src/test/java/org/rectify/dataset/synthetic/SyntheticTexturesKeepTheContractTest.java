package org.rectify.dataset.synthetic;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

class SyntheticTexturesKeepTheContractTest extends DatasetContract<SyntheticTexturesOptions> {

    @Override
    protected DatasetFactory<SyntheticTexturesOptions> factory() {
        return new SyntheticTexturesFactory();
    }

    @Override
    protected SyntheticTexturesOptions options() {
        return new SyntheticTexturesOptions(200, 100, 100, 0.05);
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(200, 100, 100);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }
}
