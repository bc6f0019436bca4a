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
    public record Slope(@Describe(value = "Where it is steep.", defaultsTo = "left") Side side) {}

    /** A side. */
    public enum Side {
        LEFT;

        static {
            refuse();
        }

        private static void refuse() {
            throw new IllegalStateException("no sides");
        }
    }

    @Override
    public Activation create(IdentityFactory.Slope options, ComponentContext context) {
        throw new UnsupportedOperationException();
    }
}
