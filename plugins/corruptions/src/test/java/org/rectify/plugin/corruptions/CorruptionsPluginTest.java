package org.rectify.plugin.corruptions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.PluginContract;

class CorruptionsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new CorruptionsPlugin();
    }

    @Test
    void everyCorruptionOfItems34To36IsRegistered() {
        assertThat(plugin().corruptions())
                .<String>extracting(ComponentFactory::name)
                .containsExactly("masking", "salt-and-pepper", "gaussian", "none");
    }

    @Test
    void everySourceCitesItsItem() {
        assertThat(plugin().corruptions()).allMatch(factory -> factory.source().matches(".*\\bitems? \\d+.*"));
    }

    @Test
    void defaultsAreThoseOfThePaperAndItsAuthors() {
        assertThat(Components.make(plugin().corruptions(), "masking")).isEqualTo(new Masking(0.25));
        assertThat(Components.make(plugin().corruptions(), "salt-and-pepper")).isEqualTo(new SaltAndPepper(0.8, 0.005));
        assertThat(Components.make(plugin().corruptions(), "none")).isEqualTo(new NoCorruption());
        assertThat(plugin().corruptions().get(3).options()).isEqualTo(NoOptions.class);
    }
}
