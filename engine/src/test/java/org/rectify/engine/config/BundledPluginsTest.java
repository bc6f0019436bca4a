package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;

/** The plugins that come with Rectify, bound from experiment files. */
class BundledPluginsTest {

    private final ExperimentFolder folder;
    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            TestComponents.IDENTITY,
            ServiceLoader.load(Plugin.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList()));

    BundledPluginsTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    private ResolvedExperiment load(String text, String... overrides) {
        return Experiments.load(folder.write("x.conf", text), List.of(overrides), registry, folder.folder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper-rectifier", "paper-tanh", "paper-softplus"})
    void provideWhatThePresetsName(String preset) {
        ResolvedExperiment first = load("""
                include "presets/%s"
                include "presets/paper-fine-tuning"
                dataset = synthetic
                fine-tuning.epochs = 5
                """.formatted(preset));

        assertThat(load(first.text()).text()).isEqualTo(first.text());
    }

    @Test
    void bindByTheirNameWithAnOverrideAlone() {
        for (String activation : registry.acceptedNames(Kind.ACTIVATION)) {
            ResolvedExperiment experiment = load("""
                    include "presets/paper-rectifier"
                    include "presets/paper-fine-tuning"
                    dataset = synthetic
                    fine-tuning.epochs = 5
                    """, "network.activation.type=" + activation);

            assertThat(experiment.text()).contains("activation {\n    type = ");
        }
    }

    @Test
    void describeEveryOption() {
        for (Kind<?, ?> kind : Kind.ALL) {
            registry.all(kind)
                    .forEach(registered -> assertThat(
                                    Options.describe(registered.factory().options()))
                            .as("options of %s %s", kind, registered.factory().name())
                            .allSatisfy(option -> assertThat(option.text()).isNotEmpty()));
        }
    }
}
