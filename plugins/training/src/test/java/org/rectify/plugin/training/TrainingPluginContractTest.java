package org.rectify.plugin.training;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class TrainingPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new TrainingPlugin();
    }
}
