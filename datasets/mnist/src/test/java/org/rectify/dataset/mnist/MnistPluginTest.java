package org.rectify.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

class MnistPluginTest {

    @Test
    void theJarOffersBothDataSets() {
        assertThat(ServiceLoader.load(Plugin.class))
                .filteredOn(MnistPlugin.class::isInstance)
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.datasets())
                        .extracting(DatasetFactory::name)
                        .containsExactly("mnist", "mnist-sample"));
    }
}
