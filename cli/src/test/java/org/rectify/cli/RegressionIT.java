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
import org.rectify.cli.Processes.Outcome;

/** Networks that tell numbers, here the stars of reviews, trained, shown and compared by the assembled command. */
class RegressionIT {

    private static final String STARS = """
            experiment { name = stars, seed = 3 }
            dataset { type = synthetic-reviews, labelled = 600, unlabelled = 0, validation-size = 200, test-size = 300 }
            network { hidden = [20], activation = rectifier, output = linear }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.01 }, epochs = 6 }
            """;

    @TempDir
    private static Path folder;

    private static String good = "";
    private static String bad = "";
    private static String said = "";

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("stars.conf"), STARS);
        good = trained("good");
        bad = trained("bad", "--set", "fine-tuning.epochs=0");
    }

    private static String trained(String output, String... more) throws IOException {
        Outcome outcome = Processes.rectify(
                folder,
                Stream.concat(Stream.of("run", "stars.conf", "--out", output), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        said = outcome.out() + outcome.err();
        try (Stream<Path> runs = Files.list(folder.resolve(output))) {
            return folder.relativize(runs.findFirst().orElseThrow()).toString();
        }
    }

    @Test
    void tellsErrorsInTheUnitsOfTheirMetrics() {
        assertThat(said)
                .containsPattern("(?m)^test RMSE +\\d\\.\\d{4}$")
                .containsPattern("(?m)^test MAE +\\d\\.\\d{4}$")
                .containsPattern("epoch 0/0  validation RMSE \\d\\.\\d{4}  sparsity")
                .doesNotContain("error", "NaN", "n/a");
        Outcome shown = Processes.rectify(folder, "show", good);
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("VALIDATION RMSE", "test RMSE")
                .doesNotContain("95 % interval", "NaN", "VALIDATION ERROR");
    }

    @Test
    void comparesSquaredErrorsOfTheSameExamples() throws IOException {
        Outcome outcome = Processes.rectify(folder, "compare", good, bad);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("answers to 300 test examples are numbers: none is right or wrong")
                .containsPattern("mean squared error of A minus that of B: -\\S+, 95 % interval -\\S+ to -\\S+\n")
                .containsPattern("paired t-test of squared errors: p = \\S+, significant at 0.05\n");
        JsonNode comparison = new ObjectMapper()
                .readTree(Processes.rectify(folder, "compare", good, bad, "--json")
                        .out());
        assertThat(comparison.at("/test/mean-difference").asDouble()).isNegative();
    }

    @Test
    void listsRunsByTheirHeadline() throws IOException {
        Outcome outcome = Processes.rectify(folder, "runs", ".", "--sort", "test");

        List<String> lines = outcome.out().lines().toList();
        assertThat(lines.get(0)).contains("  TEST RMSE  ");
        assertThat(lines.get(1)).startsWith(good);
        assertThat(lines.get(2)).startsWith(bad);
        JsonNode runs = new ObjectMapper()
                .readTree(Processes.rectify(folder, "runs", "good", "--json").out());
        assertThat(runs.at("/0/metric").asText()).isEqualTo("rmse");
        assertThat(runs.at("/0/test-rmse").asDouble()).isPositive();
    }
}
