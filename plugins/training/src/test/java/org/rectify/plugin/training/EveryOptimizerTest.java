package org.rectify.plugin.training;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.testkit.OptimizerContract;

/** Whatever optimizer the plugin registers keeps the contract. */
@ParameterizedClass
@MethodSource("optimizers")
class EveryOptimizerTest extends OptimizerContract {

    private final Optimizer optimizer;

    EveryOptimizerTest(String name, Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    static Stream<Arguments> optimizers() {
        return Registered.each(new TrainingPlugin().optimizers());
    }

    @Override
    protected Optimizer optimizer() {
        return optimizer;
    }
}
