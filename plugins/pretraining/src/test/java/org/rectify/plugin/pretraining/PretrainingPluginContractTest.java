package org.rectify.plugin.pretraining;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class PretrainingPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new PretrainingPlugin();
    }
}
