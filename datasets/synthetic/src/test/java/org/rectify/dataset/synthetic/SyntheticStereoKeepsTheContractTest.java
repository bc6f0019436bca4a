package org.rectify.dataset.synthetic;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

class SyntheticStereoKeepsTheContractTest extends DatasetContract<SyntheticStereoOptions> {

    @Override
    protected DatasetFactory<SyntheticStereoOptions> factory() {
        return new SyntheticStereoFactory();
    }

    @Override
    protected SyntheticStereoOptions options() {
        return new SyntheticStereoOptions(200, 100, 100, 0.05);
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
