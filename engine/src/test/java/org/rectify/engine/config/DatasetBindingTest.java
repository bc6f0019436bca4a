package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;

/** Options of a data set that stands by itself, without an experiment. */
class DatasetBindingTest {

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            TestComponents.IDENTITY,
            ServiceLoader.load(Plugin.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList()));

    @TempDir
    private Path data;

    @Test
    void optionsAreSpelledAsInAnExperiment() {
        try (Dataset dataset =
                bound("dataset.train-size=70", "dataset.test-size=30").create()) {
            assertThat(dataset.train().size()).isEqualTo(70);
            assertThat(dataset.test().size()).isEqualTo(30);
        }
    }

    @Test
    void theSeedDecidesWhatIsGenerated() {
        assertThat(firstExample("experiment.seed=1")).isEqualTo(firstExample());
        assertThat(firstExample("experiment.seed=2")).isNotEqualTo(firstExample());
    }

    private float[] firstExample(String... overrides) {
        try (Dataset dataset = bound(overrides).create()) {
            float[] example = new float[dataset.info().inputs()];
            ((DenseFeatures) dataset.train().features()).copyRow(0, example, 0);
            return example;
        }
    }

    @Test
    void allMistakesAreInOneList() {
        assertThatExceptionOfType(InvalidExperimentException.class)
                .isThrownBy(() -> bound("dataset.test-size=0", "dataset.trian-size=5", "network.hidden=[3]"))
                .withMessageStartingWith("3 problems in data set synthetic:\n")
                .withMessageContaining("--set dataset.test-size: dataset.test-size = 0: must be")
                .withMessageContaining("did you mean 'train-size'?")
                .withMessageContaining("--set network.hidden: network: unknown key");
    }

    private DeferredComponent<Dataset> bound(String... overrides) {
        return Experiments.dataset("synthetic", List.of(overrides), registry, data);
    }
}
