package org.rectify.plugin.training;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.stopping.Stopping;
import org.rectify.testkit.StoppingContract;

/** Whatever stopping rule the plugin registers keeps the contract, with patience and an interval of its own too. */
@ParameterizedClass
@MethodSource("stoppings")
class EveryStoppingTest extends StoppingContract {

    private final String name;
    private final Stopping stopping;

    EveryStoppingTest(String name, Stopping stopping) {
        this.name = name;
        this.stopping = stopping;
    }

    static Stream<Arguments> stoppings() {
        TrainingPlugin plugin = new TrainingPlugin();
        return Stream.concat(
                Registered.each(plugin.stoppings()),
                Stream.of(
                        Registered.made(plugin.stoppings(), "best-validation", Map.of("patience", "3")),
                        Registered.made(plugin.stoppings(), "best-validation", Map.of("check-interval", "500"))));
    }

    @Override
    protected Stopping stopping() {
        return stopping;
    }

    @Override
    protected boolean keepsTheBest() {
        return !name.equals("last-epoch");
    }
}
