package org.rectify.dataset.synthetic;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class SyntheticPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SyntheticPlugin();
    }
}
