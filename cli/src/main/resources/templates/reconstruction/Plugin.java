package @package@;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.reconstruction.ReconstructionFactory;

/** Contributes the reconstruction {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<ReconstructionFactory<?>> reconstructions() {
        return List.of(new @Class@());
    }
}
