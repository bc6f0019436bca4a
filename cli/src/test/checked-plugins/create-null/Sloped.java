package sloped;

import java.util.List;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;

public final class Sloped implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(new Factory());
    }

    private static final class Factory implements ActivationFactory<NoOptions> {

        @Override
        public String name() {
            return "sloped";
        }

        @Override
        public String summary() {
            return "Passes on a tenth of what is negative.";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Activation create(NoOptions options, ComponentContext context) {
            return null;
        }
    }
}
