package @package@;

import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

/** Holds the plugin to its contract: services file, names, summaries, options. */
class @Class@PluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new @Class@Plugin();
    }
}
