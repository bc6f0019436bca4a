package @package@;

import java.util.List;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the executor {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<TrialExecutorFactory<?>> executors() {
        return List.of(new @Class@());
    }
}
