package @package@;

import java.util.List;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the corruption {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<CorruptionFactory<?>> corruptions() {
        return List.of(new @Class@());
    }
}
