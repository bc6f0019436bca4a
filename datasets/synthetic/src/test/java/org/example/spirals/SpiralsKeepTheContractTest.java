package org.example.spirals;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

class SpiralsKeepTheContractTest extends DatasetContract<SpiralsOptions> {

    @Override
    protected DatasetFactory<SpiralsOptions> factory() {
        return new SpiralsFactory();
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(1000, 1000, 1000);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }
}
