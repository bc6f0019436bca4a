package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;

class TrainingPluginTest {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Plugin.class)).hasExactlyElementsOfTypes(TrainingPlugin.class);
    }

    @Test
    void contributesUnderTheNamesOfTheSpecification() {
        Plugin plugin = new TrainingPlugin();

        assertThat(names(plugin.initializers())).containsExactly("normalized-uniform", "standard-uniform", "uniform");
        assertThat(names(plugin.penalties())).containsExactly("l1-activation");
        assertThat(names(plugin.optimizers())).containsExactly("sgd");
        assertThat(names(plugin.stoppings())).containsExactly("best-validation", "last-epoch");
        assertThat(names(plugin.metrics()))
                .containsExactly("error-rate", "negative-log-likelihood", "sparsity", "rmse");
    }

    @Test
    void saysOfEveryComponentWhatItIsAndWhereItComesFrom() {
        Plugin plugin = new TrainingPlugin();

        assertThat(Stream.of(
                                plugin.initializers(),
                                plugin.penalties(),
                                plugin.optimizers(),
                                plugin.stoppings(),
                                plugin.metrics())
                        .flatMap(List::stream))
                .allSatisfy(factory -> {
                    assertThat(factory.summary()).as(factory.name()).endsWith(".");
                    assertThat(factory.source()).as(factory.name()).contains("item");
                });
    }

    private static List<String> names(List<? extends ComponentFactory<?, ?>> factories) {
        return factories.stream().<String>map(ComponentFactory::name).toList();
    }
}
