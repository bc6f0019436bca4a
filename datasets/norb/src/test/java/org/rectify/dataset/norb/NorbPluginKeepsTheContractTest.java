package org.rectify.dataset.norb;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class NorbPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new NorbPlugin();
    }
}
