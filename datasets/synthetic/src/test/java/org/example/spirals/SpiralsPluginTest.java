package org.example.spirals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.PluginContract;
import org.rectify.testkit.TestContext;

class SpiralsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SpiralsPlugin();
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        assertThat(point(spirals(1).train(), 17)).isEqualTo(point(spirals(1).train(), 17));
        assertThat(point(spirals(1).train(), 17)).isNotEqualTo(point(spirals(2).train(), 17));
        assertThat(point(spirals(1).train(), 17)).isNotEqualTo(point(spirals(1).test(), 17));
    }

    @Test
    void labelsAreClasses() {
        Dataset spirals = spirals(1);
        int[] counts = new int[spirals.info().classes().size()];
        for (int row = 0; row < spirals.train().size(); row++) {
            counts[spirals.train().label(row)]++;
        }

        assertThat(counts[0]).isBetween(20, 80);
        assertThat(counts[1]).isEqualTo(100 - counts[0]);
    }

    private static Dataset spirals(long seed) {
        TestContext context = TestContext.in(Path.of("unused")).withSeed(seed);
        return new SpiralsFactory().create(new SpiralsOptions(100, 0.02), context);
    }

    private static float[] point(Split split, int row) {
        float[] point = new float[2];
        ((DenseFeatures) split.features()).copyRow(row, point, 0);
        return point;
    }
}
