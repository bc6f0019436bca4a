package org.rectify.plugin.training;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.output.Output;
import org.rectify.testkit.OutputContract;

/** Whatever output the plugin registers keeps the contract. */
@ParameterizedClass
@MethodSource("outputs")
class EveryOutputTest extends OutputContract {

    private final Output output;

    EveryOutputTest(String name, Output output) {
        this.output = output;
    }

    static Stream<Arguments> outputs() {
        return Registered.each(new TrainingPlugin().outputs());
    }

    @Override
    protected Output output() {
        return output;
    }
}
