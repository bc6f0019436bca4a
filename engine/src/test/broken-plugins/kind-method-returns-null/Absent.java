package broken;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.plugin.Plugin;

public class Absent implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        return null;
    }
}
