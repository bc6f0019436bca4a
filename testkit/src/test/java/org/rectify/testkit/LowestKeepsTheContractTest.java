package org.rectify.testkit;

import org.rectify.api.stopping.Stopping;

class LowestKeepsTheContractTest extends StoppingContract {

    @Override
    protected Stopping stopping() {
        return Lowest::new;
    }
}
