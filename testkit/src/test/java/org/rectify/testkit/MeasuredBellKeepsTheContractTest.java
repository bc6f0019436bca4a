package org.rectify.testkit;

import org.rectify.api.initializer.Initializer;

class MeasuredBellKeepsTheContractTest extends InitializerContract {

    @Override
    protected Initializer initializer() {
        return new MeasuredBell();
    }
}
