package broken;

import org.rectify.api.plugin.Plugin;

public class Shy implements Plugin {

    private Shy() {}
}
