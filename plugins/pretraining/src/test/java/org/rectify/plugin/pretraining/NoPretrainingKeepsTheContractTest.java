package org.rectify.plugin.pretraining;

import org.rectify.api.pretraining.Pretraining;
import org.rectify.testkit.Components;
import org.rectify.testkit.PretrainingContract;

class NoPretrainingKeepsTheContractTest extends PretrainingContract {

    @Override
    protected Pretraining pretraining() {
        return Components.make(new PretrainingPlugin().pretrainings(), "none");
    }

    @Override
    protected boolean learns() {
        return false;
    }
}
