package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.cli.Processes.Outcome;

/** Runs of the assembled command. */
class RunIT {

    private static final String TINY = """
            experiment { name = tiny, seed = 3 }
            dataset { type = mnist-sample }
            network {
              hidden = [20, 10]
              activation { type = rectifier }
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.05 }
              minibatch-size = 50
              epochs = 2
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheExperiment() throws IOException {
        Files.writeString(folder.resolve("tiny.conf"), TINY);
    }

    @Test
    void trainsReportsAndLeavesARunDirectory() throws IOException {
        Outcome outcome = Processes.rectify(folder, "run", "tiny.conf");

        assertThat(outcome.err()).contains("epoch 1/2 ", "epoch 2/2 ").doesNotContain("incubator", "WARNING");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("test error ", "sparsity ", "by layer: ", "run directory ");
        assertThat(outcome.out()).contains(folder.relativize(runDirectory()).toString());
        assertThat(runDirectory().resolve("result.json")).content().contains("\"error-rate\"", "\"tiny\"");
        assertThat(runDirectory().resolve("log")).content().contains("tiny.conf", "epoch 2/2 ", "test error ");
        assertThat(runDirectory().resolve("resolved.conf")).exists();
    }

    @Test
    void honoursReplacedValuesSeedAndOutputFolder() throws IOException {
        Outcome outcome = Processes.rectify(
                folder,
                "run",
                "tiny.conf",
                "--set",
                "network.activation.type=tanh",
                "--set",
                "fine-tuning.epochs=1",
                "--seed",
                "9",
                "--out",
                "elsewhere");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("epoch 1/1 ");
        try (Stream<Path> runs = Files.list(folder.resolve("elsewhere"))) {
            assertThat(runs.toList()).singleElement().satisfies(run -> {
                assertThat(String.valueOf(run.getFileName())).contains("tiny", "seed9");
                assertThat(run.resolve("resolved.conf")).content().contains("tanh");
            });
        }
    }

    @Test
    void endsWithTheCodeOfDataWhereTheyAreMissing() {
        Outcome outcome = Processes.rectify(
                folder, "run", "tiny.conf", "--set", "dataset.type=mnist", "--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains(folder.resolve("mnist").toString(), "train-images-idx3-ubyte")
                .doesNotContain("\tat ");
    }

    @Test
    void endsWithTheCodeOfDivergenceAndSaysWhatToTry() throws IOException {
        Outcome outcome =
                Processes.rectify(folder, "run", "tiny.conf", "--set", "fine-tuning.optimizer.learning-rate=1e30");

        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("diverged", "smaller learning rate");
        assertThat(runDirectory().resolve("result.json")).content().containsPattern("\"diverged\"\\s*:\\s*true");
    }

    @Test
    void servesMetricsWhereAsked() {
        Outcome outcome = Processes.rectify(folder, "run", "tiny.conf", "--metrics-port", "0");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).containsPattern("metrics at http://127\\.0\\.0\\.1:\\d+/metrics");
    }

    @Test
    void endsCleanlyWhenInterruptedAndSaysWhatIsKept() throws Exception {
        Processes.assumeInterruptsAreHeard();
        Path err = folder.resolve("err.txt");
        Process process = Processes.start(
                folder,
                Map.of(),
                List.of(
                        Processes.assembly().resolve("bin/rectify").toString(),
                        "run",
                        "tiny.conf",
                        "--set",
                        "fine-tuning.epochs=100000"),
                folder.resolve("out.txt"),
                err);
        waitFor(err, "epoch 1/");

        Processes.interrupt(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(err)
                .content()
                .contains("interrupted; kept in ", "metrics.jsonl")
                .doesNotContain("\tat ");
    }

    private static void waitFor(Path file, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertThat(System.nanoTime()).as("'%s' did not come", text).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private Path runDirectory() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }
}
