package broken;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.plugin.Plugin;

public class FactoryPlugin implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(new IdentityFactory());
    }
}
