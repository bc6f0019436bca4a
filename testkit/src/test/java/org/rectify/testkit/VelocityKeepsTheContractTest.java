package org.rectify.testkit;

import org.rectify.api.optimizer.Optimizer;

class VelocityKeepsTheContractTest extends OptimizerContract {

    @Override
    protected Optimizer optimizer() {
        return new Velocity();
    }
}
