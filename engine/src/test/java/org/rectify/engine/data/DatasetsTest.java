package org.rectify.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;

class DatasetsTest {

    @Test
    void aNameThatIsNoneIsAnsweredWithTheNearest() {
        List<Plugin> plugins = ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        ComponentRegistry registry =
                ComponentRegistry.of(Map.of(new PluginIdentity("test", "1", "test", "00"), plugins));

        assertThat(Datasets.named("synthetic", registry).name()).isEqualTo("synthetic");
        assertThatExceptionOfType(RectifyException.class)
                .isThrownBy(() -> Datasets.named("sinthetic", registry))
                .withMessageStartingWith("no data set is named 'sinthetic'; ")
                .withMessageContaining("did you mean 'synthetic'?");
    }
}
