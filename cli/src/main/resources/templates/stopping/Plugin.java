package @package@;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.stopping.StoppingFactory;

/** Contributes the stopping {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<StoppingFactory<?>> stoppings() {
        return List.of(new @Class@());
    }
}
