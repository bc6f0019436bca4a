package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class ActivationsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ActivationsPlugin();
    }

    @Test
    void everyActivationOfItems1To12IsRegisteredAndSoAreItsRelatives() {
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
                        "log-absolute",
                        "leaky-rectifier",
                        "elu",
                        "celu",
                        "gelu",
                        "swish",
                        "k-winners",
                        "maxout");
    }

    @ParameterizedTest
    @CsvSource({
        "relu, rectifier",
        "hinge, rectifier",
        "logistic, sigmoid",
        "linear, identity",
        "leaky-relu, leaky-rectifier",
        "silu, swish"
    })
    void theNamesOfOthersAreAliases(String alias, String name) {
        assertThat(Named.of(alias)).isEqualTo(Named.of(name));
    }

    @Test
    void everySourceCitesItsItemOrAPublicationOfAYear() {
        assertThat(plugin().activations())
                .allMatch(factory -> factory.source().matches(".*\\bitems? \\d+.*|.*\\(20\\d\\d\\)"));
    }
}
