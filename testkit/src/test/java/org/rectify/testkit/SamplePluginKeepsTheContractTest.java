package org.rectify.testkit;

import org.rectify.api.plugin.Plugin;

class SamplePluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SamplePlugin();
    }
}
