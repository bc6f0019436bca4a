package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.cli.Processes.Outcome;

/** Runs listed, shown and compared by the assembled command. */
class RunsIT {

    private static final String TINY = """
            experiment { name = tiny, seed = 3 }
            dataset { type = mnist-sample }
            network {
              hidden = [40, 30]
              activation { type = rectifier }
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.05 }
              minibatch-size = 20
              epochs = 2
            }
            """;

    @TempDir
    private static Path folder;

    private static String rectifier = "";
    private static String tanh = "";

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("tiny.conf"), TINY);
        rectifier = trained("runs");
        tanh = trained("runs/tanh", "--set", "network.activation.type=tanh", "--set", "experiment.seed=4");
        Files.createDirectories(folder.resolve("runs/lost-20260301-101530-seed9"));
    }

    private static String trained(String output, String... more) throws IOException {
        Files.createDirectories(folder.resolve(output));
        Outcome outcome = Processes.rectify(
                folder,
                Stream.concat(Stream.of("run", "tiny.conf", "--out", output), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        try (Stream<Path> runs = Files.list(folder.resolve(output))) {
            return folder.relativize(
                            runs.filter(run -> run.getFileName().toString().startsWith("tiny-"))
                                    .findFirst()
                                    .orElseThrow())
                    .toString();
        }
    }

    @Test
    void listsRunsAtAnyDepthAndSaysWhichAreDamaged() {
        Outcome outcome = Processes.rectify(folder, "runs", "--sort", "seed");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).matches("RUN +STARTED +DATA SET +SEED +TEST ERROR +SPARSITY +EPOCHS +STATUS");
        assertThat(lines.get(1)).matches("tiny-\\S+-seed3 +\\S+ \\S+ +mnist-sample +3 +\\S+ % +\\S+ % +2  done");
        assertThat(lines.get(2)).startsWith("tanh").contains("0.00 %").endsWith("done");
        assertThat(lines.get(3)).startsWith("lost-").contains("damaged: resolved.conf is missing");
    }

    @Test
    void listsRunsAsJson() throws IOException {
        Outcome outcome = Processes.rectify(folder, "runs", "runs/tanh", "--json");

        JsonNode runs = new ObjectMapper().readTree(outcome.out());
        assertThat(runs).hasSize(1);
        assertThat(runs.at("/0/status").asText()).isEqualTo("done");
        assertThat(runs.at("/0/test-error-rate").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void showsARun() throws IOException {
        Outcome outcome = Processes.rectify(folder, "show", rectifier);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("-seed3: done", "95 % interval", "returned", "plugin rectify-plugin-training")
                .containsPattern("network.activation.type +rectifier\n")
                .containsPattern("command +run tiny.conf --out runs\n");
        JsonNode run = new ObjectMapper()
                .readTree(Processes.rectify(folder, "show", rectifier, "--json").out());
        assertThat(run.at("/checks")).hasSize(3);
        assertThat(run.at("/result/dataset/test").asInt()).isEqualTo(1000);
    }

    @Test
    void comparesRuns() throws IOException {
        Outcome outcome = Processes.rectify(folder, "compare", rectifier, tanh);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .containsPattern("network.activation.type +rectifier +tanh +configuration\n")
                .containsPattern("experiment.seed +3 +4 +configuration\n")
                .containsPattern("of 1000 test examples A alone gets \\d+ wrong, B alone \\d+\n")
                .containsPattern("exact McNemar test: p = \\S+, (not )?significant at 0.05\n");
        JsonNode comparison = new ObjectMapper()
                .readTree(Processes.rectify(folder, "compare", rectifier, tanh, "--json")
                        .out());
        assertThat(comparison.at("/test/examples").asInt()).isEqualTo(1000);
    }

    @Test
    void comparesADamagedRunAndSaysWhyThereIsNoTest() {
        Outcome outcome = Processes.rectify(folder, "compare", rectifier, "runs/lost-20260301-101530-seed9");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("damaged (resolved.conf is missing", "not made: ");
    }

    @Test
    void reportsOnRunsBesideThePaper() throws IOException {
        Outcome outcome = Processes.rectify(folder, "report", "runs", "--out", "paper.html");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("left out lost-20260301-101530-seed9: resolved.conf is missing");
        assertThat(outcome.out().lines())
                .contains("paper.html", "paper-table-1.csv", "paper-table-1.md", "paper-table-1.tex");
        assertThat(Files.readString(folder.resolve("paper.html"))).contains("id=\"figure-1-left\"", "mnist-sample");
        assertThat(Files.readString(folder.resolve("paper-table-1.csv")))
                .contains("\"tanh, without\",MNIST,1.57 %,", ",other data,1,");
    }

    @ParameterizedTest
    @CsvSource({
        "report nowhere, there is no folder nowhere",
        "report runs --out paper.pdf, accepted is a file whose name ends in .html",
        "runs nowhere, there is no folder nowhere",
        "runs --sort eror, did you mean 'error'?",
        "show nowhere, there is no folder nowhere",
        "show runs, runs is not the folder of a run",
        "compare nowhere runs, there is no folder nowhere"
    })
    void refusesWhatIsNoRun(String arguments, String message) {
        Outcome outcome = Processes.rectify(folder, arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }
}
