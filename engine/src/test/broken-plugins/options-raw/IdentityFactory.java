package broken;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;

public class IdentityFactory implements ActivationFactory<IdentityFactory.Slope> {

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Class<IdentityFactory.Slope> options() {
        return Slope.class;
    }

    /** How steep it is. */
    @SuppressWarnings("rawtypes")
    public record Slope(@Describe(value = "How steep it is.", defaultsTo = "[1]") java.util.List slopes) {}

    @Override
    public Activation create(IdentityFactory.Slope options, ComponentContext context) {
        throw new UnsupportedOperationException();
    }
}
