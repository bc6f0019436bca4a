package org.rectify.plugin.pretraining;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;

/** No pre-training: fine-tuning begins at the initializer's values, the paper's lower half of Table 1 (item 47). */
final class NoPretraining implements PretrainingFactory<NoOptions> {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public String summary() {
        return "Leaves every layer at its initial values: purely supervised learning.";
    }

    @Override
    public String source() {
        return "section 4.1, item 47";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Pretraining create(NoOptions options, ComponentContext context) {
        return stack -> {};
    }
}
