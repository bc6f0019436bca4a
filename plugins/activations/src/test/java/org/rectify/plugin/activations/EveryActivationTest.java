package org.rectify.plugin.activations;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.activation.Activation;
import org.rectify.testkit.ActivationContract;

/** Whatever the plugin registers keeps the contract, with its default options and with others. */
@ParameterizedClass
@MethodSource("activations")
class EveryActivationTest extends ActivationContract {

    private final Activation activation;

    EveryActivationTest(Activation activation) {
        this.activation = activation;
    }

    static Stream<Arguments> activations() {
        return Stream.concat(
                new ActivationsPlugin()
                        .activations().stream().map(factory -> argumentSet(factory.name(), Named.of(factory.name()))),
                Stream.of(
                        argumentSet("rectifier with derivative 1 at 0", new Rectifier(1)),
                        argumentSet("sharp softplus", new Softplus(6)),
                        argumentSet("blunt softplus", new Softplus(0.1)),
                        argumentSet(
                                "neuron in millivolts",
                                new LeakyIntegrateAndFire(new LeakyIntegrateAndFire.Options(20, 2, -65, 10, -65, -50))),
                        argumentSet(
                                "neuron without refractory period",
                                new LeakyIntegrateAndFire(
                                        new LeakyIntegrateAndFire.Options(7.5, 0, 0, 0.5, -0.025, 0)))));
    }

    @Override
    protected Activation activation() {
        return activation;
    }
}
