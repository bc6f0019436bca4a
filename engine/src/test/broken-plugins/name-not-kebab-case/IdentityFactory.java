package broken;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;

public class IdentityFactory implements ActivationFactory<NoOptions> {

    @Override
    public String name() {
        return "Identity_Function";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Activation create(NoOptions options, ComponentContext context) {
        throw new UnsupportedOperationException();
    }
}
