package org.rectify.testkit;

import org.rectify.api.optimizer.Optimizer;

class ParameterwideDescentKeepsTheContractTest extends OptimizerContract {

    @Override
    protected Optimizer optimizer() {
        return new ParameterwideDescent();
    }
}
