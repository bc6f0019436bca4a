package org.rectify.dataset.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;

class ReviewsPluginKeepsTheContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ReviewsPlugin();
    }

    @Test
    void itOffersFiveDataSets() {
        assertThat(plugin().datasets())
                .extracting(DatasetFactory::name)
                .containsExactly("reviews", "amazon", "we8there", "review-files", "synthetic-reviews");
    }
}
