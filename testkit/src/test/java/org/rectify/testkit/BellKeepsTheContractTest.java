package org.rectify.testkit;

import java.util.OptionalDouble;
import org.rectify.api.initializer.Initializer;

class BellKeepsTheContractTest extends InitializerContract {

    @Override
    protected Initializer initializer() {
        return new Bell();
    }

    @Override
    protected OptionalDouble variance(int inputs, int units) {
        return OptionalDouble.of(1.0 / inputs);
    }
}
