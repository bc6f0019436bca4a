package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.cli.Processes.Outcome;

/** One trial, run from its specification alone by the assembled command. */
class TrialIT {

    private static final String STUDY = """
            experiment { name = tiny }
            dataset { type = mnist-sample, train-size = 2500 }
            network { hidden = [30], activation = rectifier }
            pretraining { type = denoising-autoencoder, reconstruction = softplus-quadratic, epochs = 1 }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 9 }
            study { executor { type = processes, jobs = 1 } }
            """;

    @TempDir
    private static Path planned;

    private static String specification = "";

    @TempDir
    private Path folder;

    /** The specification that a study gives its executor. */
    @BeforeAll
    static void planATrial() throws Exception {
        Files.writeString(planned.resolve("study.conf"), STUDY);
        Process study = start(planned, "study", "study.conf");
        while (study.isAlive() && !specification.endsWith("}\n")) {
            Thread.sleep(20);
            try (Stream<Path> files = Files.walk(planned)) {
                specification = files.filter(file -> file.endsWith("trial.json"))
                        .findFirst()
                        .map(TrialIT::content)
                        .orElse("");
            } catch (java.io.UncheckedIOException goneMeanwhile) {
                specification = "";
            }
        }
        study.destroyForcibly();
        assertThat(study.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(specification).contains("\"experiment\" : ");
    }

    @Test
    void leavesAWholeRunAndTellsProgramsHowFarItIs() throws IOException {
        Outcome outcome = trial(specification, "--into", "run");
        Outcome again = trial(specification, "--into", "run");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .allMatch(line -> line.matches("progress [01]\\.\\d{4}|log (epoch \\d/9|pretrain).+"))
                .anyMatch(line -> line.startsWith("progress "))
                .anyMatch(line -> line.startsWith("log epoch 9/9"));
        assertThat(folder.resolve("run")).isDirectoryContaining("glob:**/{result.json,log,report.html}");
        assertThat(Files.readString(folder.resolve("run/result.json"))).contains("\"diverged\" : false");
        assertThat(folder.resolve("run.partial")).doesNotExist();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("run exists, and no trial is written over another");
    }

    @Test
    void refusesOtherPluginsAndOtherData() throws IOException {
        String plugin = specification.replaceFirst("(\"sha256\" : \")[0-9a-f]{4}", "$1beef");
        String data = specification.replaceFirst("(idx[^\"]*\" : \")[0-9a-f]{4}", "$1beef");
        assertThat(List.of(plugin, data)).doesNotContain(specification);

        Outcome otherPlugin = trial(plugin, "--into", "run");
        Outcome otherData = trial(data, "--into", "run");

        assertThat(otherPlugin.exitCode()).isEqualTo(4);
        assertThat(otherPlugin.err())
                .startsWith("rectify: plugin ")
                .containsPattern(
                        "sha256 [0-9a-f]{64} \\(\\S+\\); the trial was planned with version \\S+, sha256 beef");
        assertThat(otherData.exitCode()).isEqualTo(3);
        assertThat(otherData.err())
                .startsWith("rectify: the data is not the one that the trial was planned with")
                .contains(", and was beef");
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(folder.resolve("run.partial")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoSpecification() throws IOException {
        Outcome outcome = trial("{}", "--into", "run");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("rectify: trial.json is not the specification of a trial: format is missing;")
                .doesNotContain("\tat ");
    }

    @Test
    void sharesStacksWhereItIsToldTo() throws IOException {
        Outcome first = trial(specification, "--into", "first", "--stacks", "shared");
        Outcome second = trial(specification, "--into", "second", "--stacks", "shared");
        Outcome alone = trial(specification, "--into", "alone");

        assertThat(List.of(first.exitCode(), second.exitCode(), alone.exitCode()))
                .containsOnly(0);
        assertThat(second.out()).contains("log pretrained before");
        assertThat(first.out() + alone.out()).doesNotContain("log pretrained before");
        for (String other : List.of("second", "alone")) {
            assertThat(folder.resolve(other).resolve("predictions.csv"))
                    .hasSameBinaryContentAs(folder.resolve("first/predictions.csv"));
        }
    }

    @Test
    void toldToEndItLeavesNothing() throws Exception {
        Process process = startLong();

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("run.partial")).doesNotExist();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void endsWithItsOwner() throws Exception {
        Process owner = new ProcessBuilder("sleep", "600").start();
        Process process = startLong("--owner", Long.toString(owner.pid()));

        owner.destroyForcibly();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("run.partial")).doesNotExist();
        assertThat(trial(specification, "--into", "run", "--owner", Long.toString(owner.pid()))
                        .err())
                .contains("process " + owner.pid() + ", which wanted this trial, is gone");
    }

    /** A trial of hours, under way. */
    private Process startLong(String... further) throws Exception {
        Files.writeString(folder.resolve("trial.json"), specification.replace("epochs = 9", "epochs = 1000000"));
        String[] arguments = Stream.concat(Stream.of("trial", "trial.json", "--into", "run"), Stream.of(further))
                .toArray(String[]::new);
        Process process = start(folder, arguments);
        Path metrics = folder.resolve("run.partial/metrics.jsonl");
        while (process.isAlive() && !(Files.exists(metrics) && content(metrics).contains("\"epoch\":1"))) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).isTrue();
        return process;
    }

    private Outcome trial(String text, String... further) throws IOException {
        Files.writeString(folder.resolve("trial.json"), text);
        return Processes.rectify(
                folder,
                Stream.concat(Stream.of("trial", "trial.json"), Stream.of(further))
                        .toArray(String[]::new));
    }

    private static Process start(Path folder, String... arguments) throws IOException {
        return Processes.start(
                folder,
                Map.of(),
                Stream.concat(
                                Stream.of(Processes.assembly()
                                        .resolve("bin/rectify")
                                        .toString()),
                                Stream.of(arguments))
                        .toList(),
                Files.createTempFile(folder, "out", ".txt"),
                Files.createTempFile(folder, "err", ".txt"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }
}
