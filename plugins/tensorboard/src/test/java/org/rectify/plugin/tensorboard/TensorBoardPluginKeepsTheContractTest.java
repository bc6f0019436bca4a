package org.rectify.plugin.tensorboard;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class TensorBoardPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new TensorBoardPlugin();
    }
}
