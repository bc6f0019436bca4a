package org.rectify.testkit;

import org.rectify.api.activation.Activation;

class CurveKeepsTheContractTest extends ActivationContract {

    @Override
    protected Activation activation() {
        return new Curve();
    }
}
