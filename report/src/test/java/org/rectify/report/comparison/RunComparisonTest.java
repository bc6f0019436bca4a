package org.rectify.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.facts.Unit;
import org.rectify.engine.record.Build;
import org.rectify.engine.record.ClassPredictions;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.testing.SampleRun;
import org.rectify.statistics.McNemar;
import org.rectify.statistics.MeanEstimate;

class RunComparisonTest {

    private static final int EXAMPLES = 100;
    private static final String SETTINGS = """
            experiment { name = mnist, seed = %s }
            dataset { type = mnist }
            network { activation { type = %s } }
            fine-tuning { optimizer { type = sgd, learning-rate = %s } }
            """;

    @TempDir
    private Path folder;

    private RecordedRun run(String settings, Provenance provenance, IntPredicate wrong) {
        RunDirectory run = RunDirectory.create(folder, "mnist", 7, Clock.systemUTC());
        run.writeResolvedConfiguration(settings);
        run.writeProvenance(provenance);
        run.writeResult(SampleRun.result());
        ClassPredictions predictions = new ClassPredictions();
        for (int row = 0; row < EXAMPLES; row++) {
            int label = row % 10;
            predictions.add(new ClassPredictions.Prediction(label, wrong.test(row) ? label + 1 : label, -0.1));
        }
        run.writePredictions(predictions);
        return RecordedRun.read(run.path());
    }

    private RecordedRun run(String settings, IntPredicate wrong) {
        return run(settings, SampleRun.provenance(), wrong);
    }

    @Test
    void ranksDifferencesByWhatTheyLikelyMatter() {
        Provenance sample = SampleRun.provenance();
        Provenance other = new Provenance(
                new Build("0.1.0", Optional.of("f".repeat(40)), Optional.of(false)),
                sample.plugins(),
                new Provenance.Data("MNIST", "elsewhere", Map.of("/else/t10k-images-idx3-ubyte.gz", "99".repeat(32))),
                sample.seed(),
                sample.computation(),
                sample.machine(),
                sample.commandLine(),
                sample.started(),
                sample.ended());

        RunComparison comparison = RunComparison.of(
                run(SETTINGS.formatted(1, "rectifier", 0.1), row -> row < 5),
                run(SETTINGS.formatted(2, "tanh", 0.01), other, row -> row < 5));

        assertThat(comparison.differences())
                .extracting(RunDifference::name)
                .containsExactly(
                        "data file t10k-images-idx3-ubyte.gz",
                        "data file train-images-idx3-ubyte.gz",
                        "network.activation.type",
                        "fine-tuning.optimizer.learning-rate",
                        "experiment.seed",
                        "rectify revision");
        assertThat(comparison.differences())
                .contains(new RunDifference("configuration", "network.activation.type", "rectifier", "tanh"));
        assertThat(comparison.test()).isEmpty();
        assertThat(comparison.obstacle())
                .isEqualTo("the data file t10k-images-idx3-ubyte.gz was not the same for both");
    }

    @Test
    void testsTheAnswersToTheSameExamples() throws IOException {
        String settings = SETTINGS.formatted(1, "rectifier", 0.1);

        RunComparison comparison =
                RunComparison.of(run(settings, row -> row < 10), run(settings, row -> row >= 8 && row < 30));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.test()).hasValue(new AnswersTest.OfClasses(new McNemar(8, 20, EXAMPLES)));
        assertThat(comparison.isSignificant()).isTrue();
        JsonNode json = new ObjectMapper().readTree(comparison.json());
        assertThat(json.at("/test/only-second-wrong").asInt()).isEqualTo(20);
        assertThat(json.at("/test/p").asDouble()).isEqualTo(new McNemar(8, 20, EXAMPLES).p());
        assertThat(json.at("/obstacle").isNull()).isTrue();
        assertThat(comparison.results())
                .contains(new RunComparison.ResultPair("test error-rate", Unit.EXAMPLES, 0.02, 0.02))
                .contains(new RunComparison.ResultPair("epochs", Unit.COUNT, 40, 40));
    }

    /** Errors of the first are 1, of the second 0 or 2: differences of squares are 1 and -3. */
    @Test
    void testsTheSquaredErrorsWhereAnswersAreNumbers() throws IOException {
        RecordedRun one = run(SETTINGS.formatted(1, "rectifier", 0.1), row -> false);
        RecordedRun other = run(SETTINGS.formatted(2, "rectifier", 0.1), row -> false);
        told(one, EXAMPLES, row -> row + 1.0);
        told(other, EXAMPLES, row -> row + (row < 75 ? 0 : 2.0));
        double[] differences = IntStream.range(0, EXAMPLES)
                .mapToDouble(row -> row < 75 ? 1 : -3)
                .toArray();

        RunComparison comparison = RunComparison.of(one, other);

        assertThat(comparison.test()).hasValue(new AnswersTest.OfNumbers(MeanEstimate.of(differences)));
        JsonNode json = new ObjectMapper().readTree(comparison.json());
        assertThat(json.at("/test/name").asText()).isEqualTo("paired t-test of squared errors");
        assertThat(json.at("/test/mean-difference").asDouble()).isZero();
        assertThat(json.at("/test/p").asDouble()).isEqualTo(1);
        assertThat(json.at("/test/significant").asBoolean()).isFalse();
        told(other, EXAMPLES, row -> row + 0.5);
        assertThat(RunComparison.of(one, other).isSignificant()).isTrue();
        assertThat(RunComparison.of(other, one).interval().orElseThrow().high()).isEqualTo(-0.75);
    }

    @Test
    void saysWhyItDoesNotTestNumbers() throws IOException {
        RecordedRun one = run(SETTINGS.formatted(1, "rectifier", 0.1), row -> false);
        RecordedRun other = run(SETTINGS.formatted(2, "rectifier", 0.1), row -> false);
        told(other, EXAMPLES, row -> 1);

        assertThat(RunComparison.of(one, other).obstacle()).isEqualTo("one tells classes, the other numbers");
        told(one, EXAMPLES, row -> row == 7 ? Double.NaN : 1);
        assertThat(RunComparison.of(one, other).obstacle()).isEqualTo("the numbers told of row 7 are not finite");
        told(one, 1, row -> 1);
        assertThat(RunComparison.of(one, other).obstacle()).contains("1 examples, the other on 100");
        told(other, 1, row -> 1);
        assertThat(RunComparison.of(one, other).obstacle()).contains("at least two");
        Files.writeString(other.path().resolve("predictions.csv"), "row,target,told\n0,0.5,1\n");
        assertThat(RunComparison.of(one, other).obstacle()).contains("the true numbers of row 0 are not the same");
        Files.writeString(other.path().resolve("predictions.csv"), "row,target,target,told,told\n0,0,0,1,1\n");
        assertThat(RunComparison.of(one, other).obstacle()).contains("one tells 1 numbers of an example, the other 2");
    }

    /** Puts numbers in the place of classes: the true one of a row is the row. */
    private static void told(RecordedRun run, int examples, IntToDoubleFunction told) throws IOException {
        String lines = IntStream.range(0, examples)
                .mapToObj(row -> row + "," + (double) row + "," + told.applyAsDouble(row) + "\n")
                .collect(Collectors.joining());
        Files.writeString(run.path().resolve("predictions.csv"), "row,target,told\n" + lines);
    }

    @Test
    void saysWhyItMakesNoTest() throws IOException {
        RecordedRun run = run(SETTINGS.formatted(1, "rectifier", 0.1), row -> false);
        RecordedRun other = run(SETTINGS.formatted(2, "rectifier", 0.1), row -> false);
        Path predictions = other.path().resolve("predictions.csv");

        Files.writeString(predictions, Files.readString(predictions).replace("\n50,0,0,", "\n50,5,5,"));
        assertThat(RunComparison.of(run, other).obstacle()).contains("the labels of row 50 are not the same");
        Files.writeString(predictions, "row,label,predicted,log-probability\n0,0,0,-0.1\n");
        assertThat(RunComparison.of(run, other).obstacle()).contains("100 examples, the other on 1");
        Files.delete(predictions);
        assertThat(RunComparison.of(run, other).obstacle()).contains("has no predictions.csv");
        assertThat(RunComparison.of(run, other).isSignificant()).isFalse();
    }
}
