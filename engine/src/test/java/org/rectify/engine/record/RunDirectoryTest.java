package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.testing.SampleRun;
import org.rectify.engine.training.EpochReport;

class RunDirectoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T23:15:30Z"), ZoneId.of("Europe/Zurich"));

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void create() {
        run = RunDirectory.create(folder.resolve("runs"), "mnist", 7, CLOCK);
    }

    @Test
    void isNamedByExperimentLocalTimeAndSeed() {
        assertThat(run.path()).isEqualTo(folder.resolve("runs").resolve("mnist-20260302-001530-seed7"));
        assertThat(run.checkpoints()).isEmptyDirectory();
    }

    @Test
    void takesTheNextFreeNameAndLeavesTheOtherRunAlone() {
        run.writeResolvedConfiguration("first");

        RunDirectory second = RunDirectory.create(folder.resolve("runs"), "mnist", 7, CLOCK);
        RunDirectory third = RunDirectory.create(folder.resolve("runs"), "mnist", 7, CLOCK);

        assertThat(second.path().getFileName()).hasToString("mnist-20260302-001530-seed7-2");
        assertThat(third.path().getFileName()).hasToString("mnist-20260302-001530-seed7-3");
        assertThat(run.resolvedConfiguration()).hasContent("first");
    }

    @Test
    void isNeverSharedByRunsThatBeginAtOnce() {
        List<Path> paths = IntStream.range(0, 64)
                .parallel()
                .mapToObj(trial -> RunDirectory.create(folder.resolve("study"), "mnist", 7, CLOCK))
                .map(RunDirectory::path)
                .toList();

        assertThat(paths).hasSize(64).doesNotHaveDuplicates();
    }

    @Test
    void opensARunThatEndedWithATrainedNetwork() throws IOException {
        end(run);

        RunDirectory opened = RunDirectory.open(run.path());
        opened.writeAnalysis("first");
        opened.writeAnalysis("second");

        assertThat(opened.path()).isEqualTo(run.path());
        assertThat(run.analysis()).hasContent("second");
    }

    @Test
    void opensNothingThatIsNoRun() {
        assertUserError(() -> RunDirectory.open(folder.resolve("nowhere")))
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("nowhere");
        assertUserError(() -> RunDirectory.open(folder))
                .hasMessageContaining("not the folder of a run")
                .hasMessageContaining("resolved.conf");
    }

    @Test
    void opensNoRunWithoutATrainedNetwork() throws IOException {
        end(run);
        Files.delete(run.bestCheckpoint());
        assertUserError(() -> RunDirectory.open(run.path()))
                .hasMessageContaining("lacks " + Path.of("checkpoints", "best.safetensors") + ":")
                .hasMessageContaining("diverged");

        Files.delete(run.result());
        assertUserError(() -> RunDirectory.open(run.path())).hasMessageContaining("lacks result.json and ");
    }

    private static void end(RunDirectory run) throws IOException {
        run.writeResolvedConfiguration("");
        Files.writeString(run.result(), "{}");
        Files.writeString(run.bestCheckpoint(), "");
    }

    @Test
    void refusesAnOutputFolderWhoseParentIsMissing() {
        Path missing = folder.resolve("missing");

        assertUserError(() -> RunDirectory.create(missing.resolve("runs"), "mnist", 7, CLOCK))
                .hasMessageContaining(missing.resolve("runs").toString())
                .hasMessageContaining("no such folder");
        assertThat(missing).doesNotExist();
    }

    @Test
    void refusesAnOutputFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertUserError(() -> RunDirectory.create(file, "mnist", 7, CLOCK)).hasMessageContaining("not a folder");
        assertUserError(() -> RunDirectory.create(file.resolve("runs"), "mnist", 7, CLOCK))
                .hasMessageContaining("Not a directory");
        assertThat(file).hasContent("mine");
    }

    @Test
    void neverLeavesItsOutputFolder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunDirectory.create(folder.resolve("runs"), "../mnist", 7, CLOCK));
    }

    @Test
    void holdsOneLineForEachReportAsSoonAsItIsKnown() throws IOException {
        List<EpochReport> reports = SampleRun.reports(2);

        try (MetricsLog metrics = run.openMetrics(SampleRun.described())) {
            reports.forEach(report -> {
                metrics.measured(report);
                assertThat(run.metrics()).content().endsWith("}\n");
            });

            assertThat(metrics.reports()).isEqualTo(reports);
        }

        List<String> lines = Files.readAllLines(run.metrics());
        assertThat(lines).hasSize(3);
        JsonNode before = json.readTree(lines.get(0));
        assertThat(before.get("epoch").intValue()).isZero();
        assertThat(before.get("train-cost").isNull()).isTrue();
        assertThat(before.get("layers")).isEmpty();
        assertThat(before.at("/metrics/sparsity")).isEqualTo(json.readTree("""
                        {"title": "sparsity", "unit": {"name": "fraction", "symbol": "%", "factor": 100.0, "decimals": 2},
                         "direction": "neither"}
                        """));
        assertThat(fieldsOf(before.get("metrics")))
                .containsExactly("error-rate", "negative-log-likelihood", "sparsity");
        JsonNode last = json.readTree(lines.get(2));
        assertThat(last.has("metrics")).isFalse();
        assertThat(last.get("updates").longValue()).isEqualTo(10_000);
        assertThat(last.at("/validation/error-rate").doubleValue())
                .isEqualTo(SampleRun.validation(reports.get(2), "error-rate").value());
        assertThat(last.at("/validation/per-layer/sparsity")).hasSize(3);
        assertThat(fieldsOf(last.at("/layers/1")))
                .containsExactly("sparsity", "mean-absolute", "gradient-norm", "dead-units");
    }

    @Test
    void neverMixesTheMetricsOfTwoTrainings() {
        run.openMetrics(SampleRun.described()).close();

        assertUserError(() -> run.openMetrics(SampleRun.described())).hasMessageContaining("metrics.jsonl");
    }

    @Test
    void holdsTheResult() throws IOException {
        run.writeResult(SampleRun.result());

        JsonNode result = json.readTree(run.result().toFile());
        assertThat(fieldsOf(result))
                .containsExactly(
                        "experiment",
                        "seed",
                        "dataset",
                        "metrics",
                        "best",
                        "test",
                        "sparsity",
                        "activations",
                        "epochs",
                        "examples-per-second",
                        "diverged");
        assertThat(result.get("dataset")).isEqualTo(json.readTree("""
                        {"name": "MNIST", "train": 50000, "validation": 10000, "test": 10000}
                        """));
        assertThat(result.at("/best/epoch").intValue()).isEqualTo(39);
        assertThat(fieldsOf(result.at("/best/validation")))
                .containsExactly("error-rate", "negative-log-likelihood", "sparsity", "per-layer");
        assertThat(result.at("/test/error-rate").doubleValue()).isEqualTo(0.02);
        assertThat(result.at("/sparsity/layers/0").doubleValue()).isEqualTo(0.92);
        assertThat(result.at("/sparsity/mean").doubleValue()).isEqualTo(0.92 - 0.09);
        assertThat(result.get("diverged").booleanValue()).isFalse();
    }

    @Test
    void holdsAHistogramOfEachLayersOutputs() throws IOException {
        RunResult sample = SampleRun.result();
        ActivationHistograms histograms = new ActivationHistograms(
                2, List.of(ActivationHistogram.of(0, 0.3f, -0f, 0.1f), ActivationHistogram.of(0, 0)));
        run.writeResult(new RunResult(
                sample.experiment(),
                sample.seed(),
                sample.dataset(),
                sample.metrics(),
                sample.best(),
                sample.test(),
                sample.sparsity(),
                Optional.of(histograms),
                sample.epochs(),
                sample.examplesPerSecond(),
                sample.diverged()));

        JsonNode written = json.readTree(run.result().toFile()).get("activations");
        assertThat(written.get("examples").intValue()).isEqualTo(2);
        assertThat(fieldsOf(written.at("/layers/0")))
                .containsExactly("outputs", "zeros", "lowest", "highest", "counts");
        assertThat(written.at("/layers/0/outputs").intValue()).isEqualTo(4);
        assertThat(written.at("/layers/0/zeros").intValue()).isEqualTo(2);
        assertThat(written.at("/layers/0/counts")).hasSize(40);
        assertThat(run.result()).content().contains("\"lowest\" : 0.1,", "\"highest\" : 0.3,");
        assertThat(written.at("/layers/1")).isEqualTo(json.readTree("""
                        {"outputs": 2, "zeros": 2, "lowest": null, "highest": null, "counts": []}
                        """));
    }

    @Test
    void writesNullForWhatIsNotANumber() throws IOException {
        run.writeResult(SampleRun.diverged());

        JsonNode result = json.readTree(run.result().toFile());
        assertThat(result.get("best").isNull()).isTrue();
        assertThat(result.get("test")).isEmpty();
        assertThat(result.get("examples-per-second").isNull()).isTrue();
        assertThat(result.at("/sparsity/mean").isNull()).isTrue();
        assertThat(result.get("activations").isNull()).isTrue();
        assertThat(result.get("diverged").booleanValue()).isTrue();
    }

    @Test
    void holdsProvenanceFromTheBeginningToTheEnd() throws IOException {
        run.writeProvenance(SampleRun.provenance());
        assertThat(json.readTree(run.provenance().toFile()).get("ended").isNull())
                .isTrue();

        run.writeProvenance(SampleRun.provenance().endedAt(OffsetDateTime.parse("2026-03-01T10:45:30+01:00")));

        JsonNode provenance = json.readTree(run.provenance().toFile());
        assertThat(provenance.at("/rectify/revision").textValue()).startsWith("ca2e655f");
        assertThat(provenance.at("/plugins/1/id").textValue()).isEqualTo("org.example.swish");
        assertThat(provenance.at("/plugins/1/sha256").textValue()).hasSize(64);
        assertThat(fieldsOf(provenance.at("/dataset/checksums")))
                .containsExactly("t10k-images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz");
        assertThat(provenance.at("/engine/vector-bits").intValue()).isEqualTo(512);
        assertThat(provenance.at("/command-line/1").textValue()).isEqualTo("run");
        assertThat(provenance.get("started").textValue()).isEqualTo("2026-03-01T10:15:30+01:00");
        assertThat(provenance.get("ended").textValue()).isEqualTo("2026-03-01T10:45:30+01:00");
    }

    @Test
    void writesTheSameBytesForTheSameResult() throws IOException {
        run.writeResult(SampleRun.result());
        byte[] first = Files.readAllBytes(run.result());

        run.writeResult(SampleRun.result());

        assertThat(run.result()).hasBinaryContent(first);
    }

    @Test
    void leavesNoPartialFileBehind() throws IOException {
        run.writeReport("<!DOCTYPE html>");
        run.writeResult(SampleRun.result());

        try (Stream<Path> files = Files.list(run.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("checkpoints", "report.html", "result.json");
        }
    }

    @Test
    void saysWhichFileCouldNotBeWritten() throws IOException {
        Files.delete(run.checkpoints());
        Files.delete(run.path());

        assertUserError(() -> run.writeResult(SampleRun.result()))
                .hasMessageContaining(run.result().toString())
                .hasMessageContaining("no such folder");
    }

    @Test
    void holdsThePredictionOfEachTestExample() {
        ClassPredictions predictions = new ClassPredictions();
        predictions.add(new ClassPredictions.Prediction(3, 3, -0.25));
        predictions.add(new ClassPredictions.Prediction(5, 8, Double.NEGATIVE_INFINITY));

        run.writePredictions(predictions);

        assertThat(run.predictions()).hasContent("row,label,predicted,log-probability\n0,3,3,-0.25\n1,5,8,-Infinity\n");
    }

    private static List<String> fieldsOf(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static AbstractThrowableAssert<?, ?> assertUserError(ThrowingCallable action) {
        return assertThatThrownBy(action)
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.USER))
                .asInstanceOf(THROWABLE);
    }
}
