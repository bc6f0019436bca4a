package org.rectify.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class MnistPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new MnistPlugin();
    }

    @Test
    void itOffersThreeDataSets() {
        assertThat(plugin().datasets())
                .extracting(DatasetFactory::name)
                .containsExactly("mnist", "mnist-sample", "mnist-pool");
    }
}
