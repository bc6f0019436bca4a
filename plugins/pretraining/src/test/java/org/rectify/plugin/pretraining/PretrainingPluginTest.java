package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.random.RandomStreams;

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
        Pretraining none = new NoPretraining().create(new NoOptions(), new NoContext());
        TwoLayers before = new TwoLayers(new NoContext());
        TwoLayers after = new TwoLayers(new NoContext());

        none.pretrain(after);

        for (int layer = 0; layer < before.layers(); layer++) {
            assertThat(after.weights(layer)).isEqualTo(before.weights(layer));
            assertThat(after.biases(layer)).isEqualTo(before.biases(layer));
        }
        assertThat(after.reports()).isZero();
    }

    private record NoContext() implements ComponentContext {

        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public Path dataDirectory() {
            return Path.of("data");
        }

        @Override
        public Path experimentDirectory() {
            return Path.of(".");
        }

        @Override
        public List<Integer> hiddenLayers() {
            return List.of(2, 2);
        }
    }
}
