package org.rectify.dataset.synthetic;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

class SyntheticKeepsTheContractTest extends DatasetContract<SyntheticOptions> {

    @Override
    protected DatasetFactory<SyntheticOptions> factory() {
        return new SyntheticFactory();
    }

    @Override
    protected SyntheticOptions options() {
        return new SyntheticOptions(2_000, 500, 500);
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(2_000, 500, 500);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }
}
