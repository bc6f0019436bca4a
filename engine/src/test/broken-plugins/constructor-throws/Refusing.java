package broken;

import org.rectify.api.plugin.Plugin;

public class Refusing implements Plugin {

    public Refusing() {
        throw new IllegalStateException("no licence");
    }
}
