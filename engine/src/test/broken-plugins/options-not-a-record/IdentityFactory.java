package broken;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;

@SuppressWarnings({"rawtypes", "unchecked"})
public class IdentityFactory implements ActivationFactory {

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Class options() {
        return String.class;
    }

    @Override
    public Activation create(Record options, ComponentContext context) {
        throw new UnsupportedOperationException();
    }
}
