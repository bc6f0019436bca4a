package org.rectify.dataset.idx;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class IdxPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new IdxPlugin();
    }
}
