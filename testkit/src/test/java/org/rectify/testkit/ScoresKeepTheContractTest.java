package org.rectify.testkit;

import org.rectify.api.output.Output;

class ScoresKeepTheContractTest extends OutputContract {

    @Override
    protected Output output() {
        return new Scores();
    }
}
