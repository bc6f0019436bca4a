package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.cli.Processes.Outcome;

/** Commands of the assembled command that look at components, experiments and the machine. */
class CommandsIT {

    @TempDir
    private Path folder;

    @Test
    void listsTheComponentsOfThePlugins() {
        Outcome outcome = Processes.rectify(folder, "list");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("  rectifier", "  mnist ", "  mnist-sample ", "  synthetic ", "  sgd ", "  best-validation ");
    }

    @Test
    void describesAComponentWithItsOptions() {
        Outcome outcome = Processes.rectify(folder, "describe", "optimizer", "sgd");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("optimizer sgd", "learning-rate", "section 4.1");
    }

    @Test
    void tellsOtherProgramsOfComponents() throws IOException {
        Outcome list = Processes.rectify(folder, "list", "activation", "--json");
        Outcome one = Processes.rectify(folder, "describe", "optimizer", "sgd", "--json");

        assertThat(new ObjectMapper().readTree(list.out()).findValuesAsText("name"))
                .contains("rectifier", "tanh");
        assertThat(new ObjectMapper().readTree(one.out()).at("/options/0/key").asText())
                .isEqualTo("learning-rate");
    }

    @Test
    void refusesAnUnknownNameAndSuggestsTheNearest() {
        Outcome outcome = Processes.rectify(folder, "describe", "activation", "rectifer");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("'rectifer'").contains("did you mean 'rectifier'?");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void acceptsTheExperimentsThatComeWithIt(Path experiment) {
        Outcome outcome = Processes.rectify(folder, "validate", experiment.toString(), "--no-data");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void tellsWhatTheDataOfAnExperimentHold() {
        String file = Processes.root().resolve("experiments/quickstart.conf").toString();
        Outcome outcome = Processes.rectify(folder, "validate", file, "--set", "dataset.train-size=1234");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        file + ": experiment quickstart is valid",
                        "  data      mnist-sample: 1 x 28 x 28, 784 inputs in [0, 1], 10 classes",
                        "  examples  1,234 for training, 1,000 for validation, 1,000 for the test");
    }

    @Test
    void tellsWhichDataAreMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("mnist.conf"), """
                include "presets/paper-rectifier"
                include "presets/paper-fine-tuning"
                dataset = mnist
                fine-tuning.epochs = 1
                """);

        Outcome outcome = Processes.rectify(folder, "validate", file.toString(), "--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("4 of 4 files are missing", folder.resolve("mnist").toString(), "train-images-idx3-ubyte");
    }

    @Test
    void refusesWhatDoesNotFitTheData() throws IOException {
        Path file = Files.writeString(folder.resolve("folds.conf"), """
                dataset { type = synthetic, train-size = 40, validation-size = 20, test-size = 10 }
                network { hidden = [10], activation = rectifier }
                fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 1, class-weights = [1, 2] }
                cross-validation { folds = 61, fold = 61 }
                """);

        Outcome outcome = Processes.rectify(folder, "validate", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "2 problems",
                        "folds.conf:4: cross-validation.folds",
                        "folds.conf:3: fine-tuning.class-weights");
        assertThat(Processes.rectify(folder, "validate", file.toString(), "--no-data")
                        .exitCode())
                .isZero();
    }

    @Test
    void tellsWhatAStudyConsistsOf() {
        String study = Processes.root().resolve("experiments/table1").toString();
        Outcome outcome = Processes.rectify(folder, "validate", study, "--level", "smoke");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith(study + ": study table1 is valid, with ")
                .contains("  data      ");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void plansTheStudiesThatComeWithIt(Path study) {
        Outcome outcome = Processes.rectify(folder, "plan", study.toString(), "--no-times", "--level", "smoke");

        if (study.endsWith("amazon/study.conf")) {
            assertThat(outcome.err()).contains("amazon: 1 of 1 files are missing");
            assertThat(outcome.exitCode()).isEqualTo(3);
        } else {
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
    }

    static Stream<Path> experiments() {
        return files().filter(file -> !isStudy(file));
    }

    static Stream<Path> studies() {
        return files().filter(CommandsIT::isStudy);
    }

    private static boolean isStudy(Path file) {
        try {
            return Files.readString(file).contains("\nstudy {");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(Processes.root().resolve("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void listsAllMistakesOfAnExperimentWithFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.conf"), """
                dataset { type = synthetic }
                network {
                  hidden = [10]
                  activation { type = rectifer }
                }
                fine-tuning {
                  optimizer { type = sgd, learning-rate = fast }
                  epocs = 1
                  epochs = 2
                }
                """);

        Outcome outcome = Processes.rectify(folder, "validate", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("3 problems", "1. ", "2. ", "3. ")
                .contains("wrong.conf:4:", "wrong.conf:7:", "wrong.conf:8:")
                .contains("'rectifier'", "epochs")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAnExperimentThatIsNotThere() {
        Outcome outcome = Processes.rectify(folder, "run", "nowhere.conf");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("nowhere.conf");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void refusesABrokenPluginByName() throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path jar = plugins.resolve("broken.jar");
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
            content.putNextEntry(new ZipEntry("META-INF/services/org.rectify.api.plugin.Plugin"));
            content.write("no.such.Class\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        Outcome outcome = Processes.rectify(folder, "list", "--plugins", plugins.toString());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("broken.jar")
                .contains("no.such.Class")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAFolderOfPluginsThatIsNotThere() {
        Outcome outcome = Processes.rectify(folder, "list", "--plugins", "nowhere");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("nowhere");
    }

    @Test
    void findsNothingWrongWithTheMachineThatBuiltIt() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/mnist"));

        Outcome outcome = Processes.rectify(folder, "doctor", "--data", String.valueOf(data.getParent()));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("ok +java")
                .containsPattern("ok +natives")
                .containsPattern("ok +plugins.*rectify-plugin-activations")
                .containsPattern("ok +data .*mnist");
    }

    @Test
    void tellsWhatMendsMissingData() {
        Outcome outcome = Processes.rectify(folder, "doctor", "--data", "nowhere");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .containsPattern("note +data +none in .*nowhere")
                .contains("-> mnist-sample");
    }
}
