package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.Matrices;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** Runs that begin with pre-training (items 37, 45-47 and 86). */
class PretrainedRunsTest {

    private static final String EXPERIMENT = """
            experiment { name = digits, seed = 3 }
            dataset { type = synthetic, train-size = 200, validation-size = 100, test-size = 120 }
            network { hidden = [30, 20], activation = rectifier, sign-mask = half }
            pretraining {
              type = denoising-autoencoder
              reconstruction = softplus-quadratic
              penalty { type = l1-activation, coefficient = 0.001 }
              learning-rates = [0.01, 0.001]
              epochs = 3
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.1 }
              epochs = 2
            }
            """;

    @TempDir
    private Path folder;

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new TrainingPlugin(),
                    new PretrainingPlugin(),
                    new CorruptionsPlugin(),
                    new ReconstructionsPlugin(),
                    new SyntheticPlugin())));
    private final List<LayerProgress> chosen = new ArrayList<>();
    private final List<Path> reused = new ArrayList<>();

    @Test
    void everyLayerLearnsToRebuildHeldOutExamples() throws IOException {
        FinishedRun run = run(true);

        assertThat(chosen).extracting(LayerProgress::layer).containsExactly(0, 1);
        List<String> lines = Files.readAllLines(run.directory().pretraining());
        // Two layers, two rates, the beginning and three epochs each; and what was chosen.
        assertThat(lines).hasSize(2 * 2 * 4 + 2);
        assertThat(lines.get(0)).contains("\"layer\":1", "\"learning-rate\":0.01", "\"epoch\":0");
        assertThat(lines).filteredOn(line -> line.contains("\"chosen\":true")).hasSize(2);
    }

    @Test
    void aSecondRunBeginsWithTheStackOfTheFirstAndComesToTheSameResult() {
        FinishedRun first = run(true);
        FinishedRun second = run(true);
        FinishedRun anew = run(false);

        assertThat(reused).hasSize(1);
        assertThat(second.directory().pretraining()).content().startsWith("{\"reused\":");
        assertThat(second.directory().predictions())
                .hasSameTextualContentAs(first.directory().predictions());
        assertThat(anew.directory().predictions())
                .hasSameTextualContentAs(first.directory().predictions());
    }

    @Test
    void theStackIsSharedByRunsThatDifferInFineTuningAloneAndByNoOther() {
        run(true);

        run(true, "fine-tuning.optimizer.learning-rate=0.05");
        assertThat(reused).hasSize(1);
        run(true, "experiment.seed=4");
        run(true, "pretraining.epochs=2");
        run(true, "network.hidden=[30, 10]");
        run(true, "dataset.train-size=190");
        assertThat(reused).hasSize(1);
    }

    /** Item 58: a stack learns without labels. */
    @Test
    void preTrainingSeesEveryExampleWhateverTheFractionOfLabels() {
        FinishedRun all = run(false);
        FinishedRun few = run(false, "fine-tuning.label-fraction=0.05");

        assertThat(few.directory().pretraining())
                .hasSameTextualContentAs(all.directory().pretraining());
        assertThat(few.result().dataset().train()).isLessThan(20);
        run(true);
        run(true, "fine-tuning.label-fraction=0.05");
        assertThat(reused).hasSize(1);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        FinishedRun one = run(false);
        FinishedRun two = run(false, "engine.threads=2");

        assertThat(two.directory().predictions())
                .hasSameTextualContentAs(one.directory().predictions());
    }

    /** Item 47: the arms differ in the first parameters of hidden layers alone. */
    @Test
    void fineTuningBeginsWithTheStackUnderTheOutputLayerItWouldHaveHadWithout() {
        Checkpoint with = checkpoint(run(true, "fine-tuning.epochs=0"));
        Checkpoint without = checkpoint(run(true, "fine-tuning.epochs=0", "pretraining={type=none}"));

        assertThat(weights(with, 2)).isEqualTo(weights(without, 2));
        assertThat(weights(with, 0)).isNotEqualTo(weights(without, 0));
        assertThat(with.signs()).usingRecursiveComparison().isEqualTo(without.signs());
    }

    @Test
    void whatCannotBeRebuiltIsRefusedInOneListWithAllElse() {
        assertThatThrownBy(() -> load(
                        "network.activation=identity",
                        "pretraining.corruption={type=masking, rate=1.5}",
                        "pretraining.epochs=[1, 2, 3]"))
                .isInstanceOfSatisfying(
                        InvalidExperimentException.class,
                        refusal -> assertThat(refusal)
                                .hasMessageContainingAll(
                                        "3 problems",
                                        "pretraining.corruption.rate = 1.5",
                                        "3 values for 2 hidden layers",
                                        "layer 2 is to rebuild outputs of layer 1, which lie in [-Infinity, Infinity]",
                                        "linear-quadratic"));
    }

    private static Checkpoint checkpoint(FinishedRun run) {
        return CheckpointFile.read(run.directory().checkpoints().resolve("best.safetensors"));
    }

    private static float[] weights(Checkpoint checkpoint, int layer) {
        return Matrices.toFloats(checkpoint.parameters().layers().get(layer).weights());
    }

    private FinishedRun run(boolean cached, String... overrides) {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void layerPretrained(LayerProgress progress) {
                chosen.add(progress);
            }

            @Override
            public void stackReused(Path file) {
                reused.add(file);
            }
        };
        return Runs.run(new RunRequest(
                load(overrides), registry, folder, cached, List.of("test"), Pages.SAME, made -> {}, listener));
    }

    private ResolvedExperiment load(String... overrides) {
        Path file = folder.resolve("digits.conf");
        try {
            Files.writeString(file, EXPERIMENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Experiments.load(file, List.of(overrides), registry, folder);
    }
}
