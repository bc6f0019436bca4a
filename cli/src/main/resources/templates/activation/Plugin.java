package @package@;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the activation {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(new @Class@());
    }
}
