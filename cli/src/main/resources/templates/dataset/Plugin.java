package @package@;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the dataset {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new @Class@());
    }
}
