package org.rectify.plugin.pretraining;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.PretrainingFactory;

/** How hidden layers come by the parameters with which fine-tuning begins (paper, sections 3.2 and 4.1; item 47). */
public final class PretrainingPlugin implements Plugin {

    @Override
    public List<PretrainingFactory<?>> pretrainings() {
        return List.of(new NoPretraining(), new DenoisingPretraining(), new RectifiedRbm());
    }
}
