package broken;

import org.rectify.api.plugin.Plugin;

public class Exploding implements Plugin {

    private static final int NUMBER = Integer.parseInt("seven");
}
