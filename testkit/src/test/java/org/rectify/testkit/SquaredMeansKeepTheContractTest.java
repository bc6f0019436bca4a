package org.rectify.testkit;

import org.rectify.api.penalty.Penalty;

class SquaredMeansKeepTheContractTest extends PenaltyContract {

    @Override
    protected Penalty penalty() {
        return new SquaredMeans();
    }
}
