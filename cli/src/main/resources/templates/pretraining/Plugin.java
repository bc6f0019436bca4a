package @package@;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.PretrainingFactory;

/** Contributes the pretraining {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<PretrainingFactory<?>> pretrainings() {
        return List.of(new @Class@());
    }
}
