package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.testing.ListeningPlugin;
import org.rectify.engine.testing.Pages;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyPlan;

/** Listeners to the trials of a study. */
class ListenedStudyTest {

    private static final String STUDY = """
            experiment { name = small }
            dataset { type = synthetic, train-size = 60, validation-size = 40, test-size = 50 }
            network { hidden = [8], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 2 }
            study { executor { type = local, jobs = 1 }, seeds = [1, 2] }
            """;

    @TempDir
    private Path folder;

    private final ListeningPlugin witness = new ListeningPlugin();
    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(), new PretrainingPlugin(), new TrainingPlugin(), new SyntheticPlugin()),
            new PluginIdentity("ears", "2", "ears.jar", "11"),
            List.<Plugin>of(witness)));

    @Test
    void everyTrialIsHeardInItsOwnDirectory() {
        StudyPlan plan = new Planner(read("listeners=witness"), registry, folder.resolve("out")).plan();
        Studies.run(new StudyRequest(
                plan,
                registry,
                folder.resolve("out"),
                false,
                List.of("test"),
                Pages.SAME,
                (spec, made, memory) -> List.of(),
                Duration.ofSeconds(30),
                () -> false,
                status -> {}));

        assertThat(witness.told("it", RunFacts.class))
                .extracting(RunFacts::seed)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(witness.told("it", RunFacts.class))
                .extracting(run -> run.directory().getParent())
                .containsOnly(folder.resolve("out").resolve("trials"));
        assertThat(witness.methodsCalled("it")).filteredOn("close"::equals).hasSize(2);
    }

    @Test
    void measuringHowLongTrialsTakeIsNotHeard() {
        StudyFile file = read("listeners=witness");
        StudyPlan plan = new Planner(file, registry, folder.resolve("out")).plan();

        assertThat(new Calibration(file, registry).seconds(plan.rows().get(0), false))
                .isPositive();
        assertThat(witness.calls()).isEmpty();
    }

    @Test
    void aTrialIsTheSameWhoeverHearsIt() {
        StudyPlan unheard = new Planner(read(), registry, folder.resolve("out")).plan();
        StudyPlan heard = new Planner(read("listeners=[witness]"), registry, folder.resolve("out")).plan();

        assertThat(heard.trials().keySet()).isEqualTo(unheard.trials().keySet());
    }

    private StudyFile read(String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("study.conf"), STUDY);
            return StudyFile.read(file, Optional.empty(), List.of(overrides), registry, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
