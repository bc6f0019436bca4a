package org.rectify.plugin.activations;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Optional;
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
                                        new LeakyIntegrateAndFire.Options(7.5, 0, 0, 0.5, -0.025, 0))),
                        argumentSet("rectifier that hardly leaks", new LeakyRectifier(1e-6)),
                        argumentSet("rectifier that leaks all", new LeakyRectifier(1)),
                        argumentSet("shallow elu", new ExponentialLinear(0.001, 1)),
                        argumentSet("deep elu", new ExponentialLinear(10, 1)),
                        argumentSet("shallow celu", new ExponentialLinear(0.001, 0.001)),
                        argumentSet("deep celu", new ExponentialLinear(10, 10)),
                        argumentSet("sharp swish", new Swish(1000)),
                        argumentSet("blunt swish", new Swish(0.001)),
                        argumentSet("half of the units win", new KWinners(Optional.empty(), 0.5)),
                        argumentSet("five units win", new KWinners(Optional.of(5), 0.1)),
                        argumentSet("all units win", new KWinners(Optional.of(12), 0.1)),
                        argumentSet("maxout of 4 pieces", new Maxout(4)),
                        argumentSet("maxout of all units", new Maxout(12))));
    }

    @Override
    protected Activation activation() {
        return activation;
    }
}
