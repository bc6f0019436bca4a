package @package@;

import java.util.List;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the penalty {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<PenaltyFactory<?>> penalties() {
        return List.of(new @Class@());
    }
}
