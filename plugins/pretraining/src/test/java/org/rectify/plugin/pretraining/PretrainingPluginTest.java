package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.testkit.InMemoryStack;
import org.rectify.testkit.TestContext;

class PretrainingPluginTest {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Plugin.class)).hasAtLeastOneElementOfType(PretrainingPlugin.class);
    }

    @Test
    void noneLeavesEveryLayerAtItsInitialValues() {
        TestContext context = TestContext.in(Path.of("")).withHiddenLayers(2, 2);
        Pretraining none = new NoPretraining().create(new NoOptions(), context);
        InMemoryStack before = Stacks.of("rectifier", context.random(), 2, 2);
        InMemoryStack after = Stacks.of("rectifier", context.random(), 2, 2);

        none.pretrain(after);

        assertThat(after.parameters()).usingRecursiveComparison().isEqualTo(before.parameters());
        assertThat(after.reports()).isEmpty();
    }
}
