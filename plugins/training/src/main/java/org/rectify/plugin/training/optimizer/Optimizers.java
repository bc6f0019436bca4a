package org.rectify.plugin.training.optimizer;

import java.util.List;
import org.rectify.api.optimizer.OptimizerFactory;

/** The optimizers of this package. */
public final class Optimizers {

    private Optimizers() {}

    /** Their factories. */
    public static List<OptimizerFactory<?>> all() {
        return List.of(new Momentum(), new Adam(), new AdaGrad(), new RmsProp());
    }
}
