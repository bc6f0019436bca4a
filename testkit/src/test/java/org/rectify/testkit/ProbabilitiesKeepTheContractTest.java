package org.rectify.testkit;

import org.rectify.api.output.Output;

class ProbabilitiesKeepTheContractTest extends OutputContract {

    @Override
    protected Output output() {
        return new Probabilities();
    }
}
