package broken;

import org.rectify.api.plugin.Plugin;

public class Demanding implements Plugin {

    public Demanding(String demand) {}
}
