package broken;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;

public class Library {

    public static List<ActivationFactory<?>> activations() {
        return List.of(Activations.elementwise("identity", z -> z, (z, a) -> 1));
    }
}
