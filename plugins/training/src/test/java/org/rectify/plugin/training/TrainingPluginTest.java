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

        assertThat(names(plugin.initializers()))
                .contains("normalized-uniform", "standard-uniform", "uniform", "he-normal", "orthogonal", "lsuv");
        assertThat(names(plugin.penalties())).contains("l1-activation", "l2-weights", "l1-weights", "kl-sparsity");
        assertThat(names(plugin.optimizers())).contains("sgd", "momentum", "adam", "adagrad", "rmsprop");
        assertThat(names(plugin.stoppings())).contains("best-validation", "last-epoch");
        assertThat(names(plugin.metrics()))
                .contains("error-rate", "negative-log-likelihood", "sparsity", "rmse", "mean-absolute-error")
                .contains("top-k-error", "macro-f1", "confusion", "calibration-error");
        assertThat(names(plugin.outputs())).contains("softmax", "linear");
        assertThat(names(plugin.schedules())).contains("constant", "step", "exponential", "inverse", "cosine");
        assertThat(names(plugin.executors())).containsExactly("local", "processes");
    }

    @Test
    void saysOfEveryComponentWhatItIsAndWhereItComesFrom() {
        Plugin plugin = new TrainingPlugin();

        assertThat(Stream.of(
                                plugin.initializers(),
                                plugin.penalties(),
                                plugin.optimizers(),
                                plugin.stoppings(),
                                plugin.metrics(),
                                plugin.outputs(),
                                plugin.schedules())
                        .flatMap(List::stream))
                .allSatisfy(factory -> {
                    assertThat(factory.summary()).as(factory.name()).endsWith(".");
                    assertThat(factory.source()).as(factory.name()).isNotBlank();
                });
    }

    private static List<String> names(List<? extends ComponentFactory<?, ?>> factories) {
        return factories.stream().<String>map(ComponentFactory::name).toList();
    }
}
