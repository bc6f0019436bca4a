package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.testing.DescribedPlugin;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** What an experiment says of its data before it is run, and what its components say to them. */
class DataChecksTest {

    private static final String EXPERIMENT = """
            dataset { type = synthetic, train-size = 40, validation-size = 20, test-size = 30 }
            network { hidden = [8], activation = rectifier }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.1 }
              epochs = 2
            }
            """;

    private static final String OF_TWO_CLASSES = EXPERIMENT.replaceFirst("dataset .*", "dataset = described");

    @TempDir
    private Path folder;

    private final DescribedPlugin described = new DescribedPlugin();
    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new CorruptionsPlugin(),
                    new PretrainingPlugin(),
                    new ReconstructionsPlugin(),
                    new SyntheticPlugin(),
                    new TrainingPlugin()),
            new PluginIdentity("described", "2", "described.jar", "11"),
            List.<Plugin>of(described)));

    @Test
    void theDataAreToldAsTheDataSetHoldsThem() {
        ResolvedExperiment experiment = load(EXPERIMENT);
        try (Dataset dataset = experiment.spec().dataset().create()) {
            assertThat(experiment.data().get()).isEqualTo(dataset.facts());
        }
        assertThat(experiment.data().get().train()).isEqualTo(40);
        assertThatCode(() -> check(experiment)).doesNotThrowAnyException();
    }

    @Test
    void theFactoryIsAskedAndTheDataSetNotMade() {
        assertThat(load(OF_TWO_CLASSES).data().get()).isEqualTo(DescribedPlugin.FACTS);
        assertThat(described.asked()).isEqualTo(1);
    }

    @Test
    void moreFoldsThanExamplesAreRefused() {
        assertRefused(
                EXPERIMENT + "cross-validation {\n  folds = 61\n  fold = 61\n}\n",
                "digits.conf:7: cross-validation.folds",
                "61 folds of 60 examples",
                "accepted: from 2 to 60");
        assertThatCode(() -> check(load(EXPERIMENT + "cross-validation { folds = 60, fold = 60 }")))
                .doesNotThrowAnyException();
    }

    @Test
    void classWeightsOfAnotherNumberAreRefused() {
        assertRefused(
                EXPERIMENT + "fine-tuning.class-weights = [1, 2]\n",
                "digits.conf:7: fine-tuning.class-weights",
                "2 weights for 10 classes");
    }

    @Test
    void aReconstructionThatCannotRebuildTheInputsIsRefused() {
        String pretraining = """
                pretraining {
                  type = denoising-autoencoder
                  reconstruction = softplus-quadratic
                  learning-rates = [0.01]
                  epochs = 2
                }
                """;

        assertThatCode(() -> check(load(EXPERIMENT + pretraining))).doesNotThrowAnyException();
        assertRefused(
                OF_TWO_CLASSES + pretraining,
                "digits.conf:9: pretraining.reconstruction",
                "layer 1 is to rebuild inputs, which lie in");
    }

    @Test
    void everythingIsToldAtOnce() {
        InvalidExperimentException thrown = catchThrowableOfType(
                InvalidExperimentException.class,
                () -> check(load(
                        EXPERIMENT + "fine-tuning.class-weights = [1]\ncross-validation { folds = 999, fold = 1 }\n")));

        assertThat(thrown.problems()).hasSize(2);
    }

    @Test
    void missingFilesAreNoFaultOfTheExperiment() {
        described.answers(() -> {
            throw new DataException("described: train.csv is missing");
        });

        assertThatThrownBy(() -> load(OF_TWO_CLASSES).data().get())
                .isInstanceOf(DataException.class)
                .hasMessage("described: train.csv is missing");
    }

    @Test
    void optionsThatDoNotGoWithTheFilesAreToldWithTheirLine() {
        described.answers(() -> {
            throw new InvalidOptionException("size", 7, "at most 5, as the file has");
        });

        assertThatThrownBy(() -> load(OF_TWO_CLASSES).data().get())
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("digits.conf:1: dataset.size = 7: must be at most 5, as the file has");
    }

    @Test
    void aFactoryThatCannotTellIsNamed() {
        described.answers(() -> {
            throw new IllegalStateException("lost");
        });
        assertThatThrownBy(() -> load(OF_TWO_CLASSES).data().get())
                .hasMessageContainingAll(
                        "plugin described (described.jar), dataset 'described': describe() throws", "lost")
                .extracting(thrown -> ((RectifyException) thrown).category())
                .isEqualTo(Category.PLUGIN);

        described.answers(DescribedPlugin::nothing);
        assertThatThrownBy(() -> load(OF_TWO_CLASSES).data().get())
                .hasMessageContainingAll("plugin described", "describe() gives null");
    }

    private void assertRefused(String text, String... parts) {
        assertThatThrownBy(() -> check(load(text)))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContainingAll(parts);
    }

    private static void check(ResolvedExperiment experiment) {
        DataFacts facts = experiment.data().get();
        experiment.fit().accept(facts);
    }

    private ResolvedExperiment load(String text) {
        try {
            Path file = Files.writeString(folder.resolve("digits.conf"), text);
            return Experiments.load(file, List.of(), registry, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
