package org.rectify.testkit;

import org.rectify.api.pretraining.Pretraining;

class RedrawingKeepsTheContractTest extends PretrainingContract {

    @Override
    protected Pretraining pretraining() {
        return new Redrawing();
    }
}
