package org.rectify.plugin.training;

import java.util.Map;
import org.rectify.api.stopping.Stopping;
import org.rectify.testkit.Components;
import org.rectify.testkit.StoppingContract;

/** The metric that best-validation is told to watch need not be the first. */
class WatchedMetricKeepsTheContractTest extends StoppingContract {

    @Override
    protected Stopping stopping() {
        return Components.make(new TrainingPlugin().stoppings(), "best-validation", Map.of("metric", metric()));
    }

    @Override
    protected String metric() {
        return "top-5";
    }
}
