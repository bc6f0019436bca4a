package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class ReconstructionsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ReconstructionsPlugin();
    }

    @Test
    void everyReconstructionOfItems38To43IsRegistered() {
        assertThat(plugin().reconstructions())
                .<String>extracting(ComponentFactory::name)
                .containsExactly(
                        "softplus-quadratic",
                        "scaled-sigmoid-cross-entropy",
                        "tanh-cross-entropy",
                        "sigmoid-cross-entropy",
                        "linear-quadratic",
                        "rectifier-quadratic",
                        "squashed-sigmoid-cross-entropy",
                        "censored-gaussian",
                        "censored-laplace");
    }

    @Test
    void everySourceCitesItsItem() {
        assertThat(plugin().reconstructions())
                .allMatch(factory -> factory.source().matches(".*\\bitems? \\d+.*"));
    }
}
