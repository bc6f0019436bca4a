package org.rectify.testkit;

import org.rectify.api.activation.Activation;

class PairMaximumKeepsTheContractTest extends ActivationContract {

    @Override
    protected Activation activation() {
        return new PairMaximum();
    }
}
