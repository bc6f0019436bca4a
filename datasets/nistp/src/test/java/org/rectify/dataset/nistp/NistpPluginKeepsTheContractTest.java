package org.rectify.dataset.nistp;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class NistpPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new NistpPlugin();
    }
}
