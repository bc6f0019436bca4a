package org.rectify.dataset.mnist;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

class MnistSampleKeepsTheContractTest extends DatasetContract<MnistSampleOptions> {

    @Override
    protected DatasetFactory<MnistSampleOptions> factory() {
        return new MnistSampleFactory();
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(5_000, 1_000, 1_000);
    }

    @Override
    protected int sampleSize() {
        return 5_000;
    }
}
