package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.cli.Processes.Outcome;

/** Analyses of a run by the assembled command. */
class AnalyzeIT {

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

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("tiny.conf"), TINY);
        assertThat(Processes.rectify(folder, "run", "tiny.conf").exitCode()).isZero();
    }

    @Test
    void printsEveryAnalysisAndLeavesTheFiguresInTheRun() throws IOException {
        Outcome outcome = Processes.rectify(folder, "analyze", run(), "--examples", "200");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("tiny: 784-40-30-10, 200 test examples")
                .containsPattern("\nscaling equivalence +HOLDS +item 22\n  paper +Dividing")
                .containsPattern("\ndead units +(HOLDS|DOES NOT HOLD) +item 90\n")
                .contains("(section 3.1)", "11 statements: ", "written to " + Path.of(run(), "analysis.json"));
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 110);
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve(run()).resolve("analysis.json").toFile());
        assertThat(report.get("analyses")).hasSize(11);
        assertThat(report.at("/analyses/1/figures/layer 2").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void writesToAnotherFileWhereAsked() throws IOException {
        Outcome outcome = Processes.rectify(folder, "analyze", run(), "--examples", "20", "--json", "figures.json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("figures.json").toFile())
                        .get("examples")
                        .asInt())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, 10, there is no folder nowhere",
        "., 10, . is not the folder of a run: it lacks resolved.conf",
        ".., 0, --examples 0: accepted are 1 to 1000000"
    })
    void refusesWhatIsNoRun(String run, String examples, String message) {
        Outcome outcome = Processes.rectify(folder, "analyze", run, "--examples", examples);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void refusesARunThatLeftNoNetwork() throws IOException {
        Processes.rectify(
                folder, "run", "tiny.conf", "--set", "fine-tuning.optimizer.learning-rate=1e30", "--out", "diverged");
        Path diverged = Path.of("diverged", String.valueOf(only("diverged").getFileName()));

        Outcome outcome = Processes.rectify(folder, "analyze", diverged.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("lacks checkpoints", "best.safetensors", "diverged");
    }

    private static String run() throws IOException {
        return Path.of("runs", String.valueOf(only("runs").getFileName())).toString();
    }

    private static Path only(String output) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(output))) {
            return runs.findFirst().orElseThrow();
        }
    }
}
