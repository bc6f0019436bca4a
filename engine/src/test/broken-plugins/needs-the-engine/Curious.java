package broken;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.Kind;

public class Curious implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        System.getLogger("curious").log(System.Logger.Level.DEBUG, Kind.ALL);
        return List.of();
    }
}
