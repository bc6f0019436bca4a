package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.cli.Processes.Outcome;

/** The benchmark of the assembled command: what it prints and writes, not how fast it is. */
class BenchIT {

    @TempDir
    private Path folder;

    @Test
    void measuresAWorkloadAndWritesItDown() throws IOException {
        Outcome outcome = Processes.rectify(
                folder, "bench", "w-dae", "--threads", "2", "--seconds", "0.05", "--json", "results.json");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).containsPattern("w-dae +vector +2 +\\d+ +\\d+ +\\d+ +\\d+\\.\\d% +\\d+\\.\\d%");
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("results.json").toFile());
        assertThat(results).hasSize(1);
        JsonNode speed = results.get(0).get("examples-per-second");
        assertThat(speed.get("min").asDouble()).isPositive();
        assertThat(speed.get("median").asDouble())
                .isBetween(speed.get("min").asDouble(), speed.get("max").asDouble());
        assertThat(results.get(0).get("skipped").asDouble()).isBetween(0.0, 1.0);
        assertThat(results.get(0).get("sparsity").asDouble()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "w-mnit, '', no workload 'w-mnit'; accepted are w-mnist",
        "--backend, cuda, --backend cuda: accepted are vector, nd4j",
        "--threads, 0, --threads 0: accepted are 1 to 1024",
        "--windows, 4, --windows 4: accepted are 5 to 10000",
        "--json, nowhere/results.json, there is no folder",
        "--set, network.hiden=[5], accepted: hidden"
    })
    void refusesMistakesBeforeItMeasures(String argument, String value, String message) {
        Outcome outcome = value.isEmpty()
                ? Processes.rectify(folder, "bench", argument)
                : Processes.rectify(folder, "bench", "w-mnist-init", argument, value);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }
}
