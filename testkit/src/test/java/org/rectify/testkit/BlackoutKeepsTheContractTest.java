package org.rectify.testkit;

import java.util.OptionalDouble;
import org.rectify.api.corruption.Corruption;

class BlackoutKeepsTheContractTest extends CorruptionContract {

    @Override
    protected Corruption corruption() {
        return new Blackout();
    }

    @Override
    protected OptionalDouble rate(double clean) {
        return OptionalDouble.of(clean == 0 ? 0 : 0.1);
    }
}
