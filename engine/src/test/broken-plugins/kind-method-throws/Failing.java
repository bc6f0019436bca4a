package broken;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.plugin.Plugin;

public class Failing implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        throw new IllegalStateException("table not found");
    }
}
