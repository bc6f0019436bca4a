package @package@;

import java.util.List;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the metric {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<MetricFactory<?>> metrics() {
        return List.of(new @Class@());
    }
}
