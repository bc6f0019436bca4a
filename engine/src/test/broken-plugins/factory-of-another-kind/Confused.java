package broken;

import java.util.List;
import org.rectify.api.plugin.Plugin;

public class Confused implements Plugin {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public List activations() {
        return List.of("rectifier");
    }
}
