package org.rectify.testkit;

import org.rectify.api.penalty.Penalty;

class SquaredOutputsKeepTheContractTest extends PenaltyContract {

    @Override
    protected Penalty penalty() {
        return new SquaredOutputs();
    }
}
