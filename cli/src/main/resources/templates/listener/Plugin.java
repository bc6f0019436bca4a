package @package@;

import java.util.List;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the listener {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<ListenerFactory<?>> listeners() {
        return List.of(new @Class@());
    }
}
