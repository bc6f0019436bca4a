package @package@;

import java.util.List;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the optimizer {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<OptimizerFactory<?>> optimizers() {
        return List.of(new @Class@());
    }
}
