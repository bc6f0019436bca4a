package org.rectify.testkit;

import org.rectify.api.penalty.Penalty;

class DecayKeepsTheContractTest extends PenaltyContract {

    @Override
    protected Penalty penalty() {
        return new Decay();
    }
}
