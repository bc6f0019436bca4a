package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class ActivationsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ActivationsPlugin();
    }

    @Test
    void everyActivationOfItems1To12IsRegistered() {
        assertThat(plugin().activations())
                .<String>extracting(ComponentFactory::name)
                .containsExactly(
                        "rectifier",
                        "softplus",
                        "rescaled-softplus",
                        "sigmoid",
                        "tanh",
                        "absolute-tanh",
                        "leaky-integrate-and-fire",
                        "rectifier-pair",
                        "antisymmetric-rectifier-pair",
                        "symmetric-rectifier-pair",
                        "identity",
                        "absolute-value",
                        "softsign",
                        "absolute-softsign",
                        "scaled-tanh",
                        "rectified-tanh",
                        "clipped-linear",
                        "arsinh",
                        "log-absolute");
    }

    @Test
    void everySourceCitesItsItem() {
        assertThat(plugin().activations()).allMatch(factory -> factory.source().matches(".*\\bitems? \\d+.*"));
    }
}
