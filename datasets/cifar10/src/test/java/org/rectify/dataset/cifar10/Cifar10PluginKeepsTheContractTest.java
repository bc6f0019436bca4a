package org.rectify.dataset.cifar10;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class Cifar10PluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new Cifar10Plugin();
    }
}
