package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.testing.Pages;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyPlan;

/** Studies of networks of a few units on generated digits, in a folder. */
record SmallStudy(Path folder) {

    /** Two arms, two rates, two seeds. */
    static final String TEXT = """
            experiment { name = small }
            dataset { type = synthetic, train-size = 60, validation-size = 40, test-size = 50 }
            network { hidden = [8], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 2 }
            study {
              axes {
                neuron {
                  rectifier { network.activation = rectifier }
                  tanh { network.activation = tanh }
                }
              }
              grid { fine-tuning.optimizer.learning-rate = [0.1, 0.01] }
              seeds = [1, 2]
            }
            """;

    /** A pre-training that cannot be done. */
    private static final class Failing implements PretrainingFactory<NoOptions> {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Pretraining create(NoOptions options, ComponentContext context) {
            return stack -> {
                throw new IllegalStateException("this pre-training always fails");
            };
        }
    }

    private static final class FailingPlugin implements Plugin {

        @Override
        public List<PretrainingFactory<?>> pretrainings() {
            return List.of(new Failing());
        }

        @Override
        public List<TrialExecutorFactory<?>> executors() {
            return List.of(new WaywardExecutor(), new ElsewhereExecutor());
        }
    }

    static ComponentRegistry registry() {
        return ComponentRegistry.of(Map.of(
                new PluginIdentity("bundled", "1", "here", "00"),
                List.<Plugin>of(
                        new ActivationsPlugin(),
                        new CorruptionsPlugin(),
                        new PretrainingPlugin(),
                        new ReconstructionsPlugin(),
                        new TrainingPlugin(),
                        new SyntheticPlugin(),
                        new FailingPlugin())));
    }

    StudyFile read(String text, Optional<String> level, String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("study.conf"), text);
            return StudyFile.read(file, level, List.of(overrides), registry(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StudyPlan plan(String text, String... overrides) {
        return new Planner(read(text, Optional.empty(), overrides), registry(), folder.resolve("out")).plan();
    }

    StudyOutcome run(String directory, StudyPlan plan) {
        return Studies.run(request(directory, plan, () -> false, new CopyOnWriteArrayList<>()));
    }

    StudyRequest request(String directory, StudyPlan plan, BooleanSupplier stopping, List<StudyStatus> statuses) {
        return request(directory, plan, Duration.ofSeconds(30), stopping, statuses);
    }

    StudyRequest request(
            String directory, StudyPlan plan, Duration lease, BooleanSupplier stopping, List<StudyStatus> statuses) {
        return new StudyRequest(
                plan,
                registry(),
                folder.resolve(directory),
                false,
                List.of("test"),
                Pages.SAME,
                (spec, made, memory) -> List.of(),
                lease,
                stopping,
                statuses::add);
    }
}
