package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.testkit.TestContext;

class PretrainingPluginTest {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Plugin.class)).hasExactlyElementsOfTypes(PretrainingPlugin.class);
    }

    @Test
    void contributesNoneAndSaysWhatItIs() {
        assertThat(new PretrainingPlugin().pretrainings()).singleElement().satisfies(factory -> {
            assertThat(factory.name()).isEqualTo("none");
            assertThat(factory.summary()).endsWith(".");
            assertThat(factory.source()).contains("item 47");
        });
    }

    @Test
    void noneLeavesEveryLayerAtItsInitialValues() {
        TestContext context = TestContext.in(Path.of("")).withHiddenLayers(2, 2);
        Pretraining none = new NoPretraining().create(new NoOptions(), context);
        TwoLayers before = new TwoLayers(context);
        TwoLayers after = new TwoLayers(context);

        none.pretrain(after);

        for (int layer = 0; layer < before.layers(); layer++) {
            assertThat(after.weights(layer)).isEqualTo(before.weights(layer));
            assertThat(after.biases(layer)).isEqualTo(before.biases(layer));
        }
        assertThat(after.reports()).isZero();
    }
}
