package @package@;

import java.util.List;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the initializer {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<InitializerFactory<?>> initializers() {
        return List.of(new @Class@());
    }
}
