package @package@;

import java.util.List;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the output {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<OutputFactory<?>> outputs() {
        return List.of(new @Class@());
    }
}
