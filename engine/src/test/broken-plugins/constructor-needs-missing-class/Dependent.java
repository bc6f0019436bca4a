package broken;

import org.rectify.api.plugin.Plugin;

public class Dependent implements Plugin {

    private final Library library = new Library();
}
