package org.rectify.testkit;

import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;

class PlainDescentKeepsTheContractTest extends OptimizerContract {

    @Override
    protected Optimizer optimizer() {
        GradientDescent plain = () -> 0.1;
        return plain;
    }
}
