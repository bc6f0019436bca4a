package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.testing.SampleRun;

class RecordedRunTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);
    private static final Provenance ENDED =
            SampleRun.provenance().endedAt(OffsetDateTime.parse("2026-03-01T11:00:00+01:00"));

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void write() {
        run = RunDirectory.create(folder, "mnist-rectifier", 7, CLOCK);
        run.writeResolvedConfiguration("""
                dataset { type = mnist }
                network { hidden = [1000, 1000], activation { type = rectifier } }
                """);
        run.writeProvenance(ENDED);
        run.writeResult(SampleRun.result());
        try (MetricsLog log = run.openMetrics(SampleRun.described())) {
            SampleRun.reports(3).forEach(log::measured);
        }
    }

    private RecordedRun read() {
        return RecordedRun.read(run.path());
    }

    @Test
    void readsWhatWasWritten() {
        RecordedRun read = read();

        assertThat(read.result()).hasValue(SampleRun.result());
        assertThat(read.provenance()).hasValue(ENDED);
        assertThat(read.checks()).isEqualTo(SampleRun.reports(3));
        assertThat(read.settings())
                .containsEntry("network.hidden", "[1000,1000]")
                .containsEntry("network.activation.type", "rectifier")
                .containsEntry("dataset.type", "mnist")
                .hasSize(3);
        assertThat(read.status()).isEqualTo(RecordedRun.Status.DONE);
        assertThat(read.test("error-rate")).isEqualTo(0.02);
        assertThat(read.test("accuracy")).isNaN();
    }

    @Test
    void readsThePredictionsThatWereWritten() {
        ClassPredictions predictions = new ClassPredictions();
        predictions.add(new ClassPredictions.Prediction(7, 7, -1.25e-6));
        predictions.add(new ClassPredictions.Prediction(2, 3, Double.NEGATIVE_INFINITY));
        run.writePredictions(predictions);

        Predictions read = read().predictions();
        assertThat(read)
                .isInstanceOfSatisfying(
                        ClassPredictions.class,
                        classes -> assertThat(classes.all()).isEqualTo(predictions.all()));
        assertThat(read.correctness().orElseThrow().errors()).isEqualTo(1);
        assertThat(read.correctness().orElseThrow().isCorrect(0)).isTrue();
    }

    @Test
    void readsHowPretrainingWent() throws IOException {
        assertThat(read().pretraining()).isEmpty();
        PretrainingLog log = run.pretrainingLog();
        LayerProgress first = new LayerProgress(0, 0.01, 1, 94.5, 75.25, 0.5);
        LayerProgress other = new LayerProgress(0, 0.1, 1, 99.5, 85.25, 0.25);
        log.layerMeasured(first);
        log.layerMeasured(other);
        log.layerPretrained(first);
        Files.writeString(run.pretraining(), Files.readString(run.pretraining()) + "{\"layer\":2,");

        PretrainingCourse course = read().pretraining().orElseThrow();

        assertThat(course.epochs()).containsExactly(first, other);
        assertThat(course.chosen()).containsExactly(first);
        assertThat(course.chosenEpochs(0)).containsExactly(first);
        assertThat(course.chosenEpochs(1)).isEmpty();
        assertThat(course.reused()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithPredictions() throws IOException {
        assertThatThrownBy(() -> read().predictions())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no predictions.csv");
        Files.writeString(run.predictions(), "row,label,predicted,log-probability\n0,7,seven,-0.1\n");
        assertThatThrownBy(() -> read().predictions())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("seven");
        Files.writeString(run.predictions(), "row,label,predicted,log-probability\n1,7,7,-0.1\n");
        assertThatThrownBy(() -> read().predictions()).hasMessageContaining("row 0 is missing");
    }

    @Test
    void readsRunsFromBeforeHistogramsWereRecorded() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode result = (ObjectNode) json.readTree(run.result().toFile());
        result.remove("activations");
        json.writeValue(run.result().toFile(), result);

        assertThat(read().status()).isEqualTo(RecordedRun.Status.DONE);
        assertThat(read().result().orElseThrow().activations()).isEmpty();
        assertThat(read().result().orElseThrow().test())
                .isEqualTo(SampleRun.result().test());
    }

    @Test
    void readsMatricesAndWhatMetricsAre() {
        MetricMatrix confusion = new MetricMatrix(
                List.of("cat", "dog"), List.of("cat", "dog"), List.of(List.of(3.0, 1.0), List.of(0.5, 7.0)));
        Map<String, MetricValue> test = new LinkedHashMap<>(SampleRun.result().test());
        test.put("confusion", new MetricValue(0.1, List.of(), Optional.of(confusion)));
        Map<String, MetricDescription> described = new LinkedHashMap<>(
                Map.of("confusion", new MetricDescription("which", Unit.named("pairs"), Direction.HIGHER)));
        described.putAll(SampleRun.described().byName());
        RunResult sample = SampleRun.result();
        RunResult result = new RunResult(
                sample.experiment(),
                sample.seed(),
                sample.dataset(),
                new MetricDescriptions(described),
                sample.best(),
                test,
                sample.sparsity(),
                sample.activations(),
                sample.epochs(),
                sample.examplesPerSecond(),
                sample.diverged());
        run.writeResult(result);

        assertThat(read().result()).hasValue(result);
        assertThat(read().metrics().headline()).hasValue("confusion");
        assertThat(read().headline()).isEqualTo(0.1);
        assertThat(run.result()).content().contains("[ 3, 1 ], [ 0.5, 7 ]");
    }

    @Test
    void readsRunsFromBeforeMetricsWereDescribed() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode result = (ObjectNode) json.readTree(run.result().toFile());
        result.remove("metrics");
        json.writeValue(run.result().toFile(), result);

        RecordedRun read = read();

        assertThat(read.status()).isEqualTo(RecordedRun.Status.DONE);
        assertThat(read.metrics().byName().keySet())
                .containsExactly("error-rate", "negative-log-likelihood", "sparsity");
        assertThat(read.metrics().of("error-rate"))
                .isEqualTo(new MetricDescription("error rate", Unit.NUMBER, Direction.NEITHER));
        assertThat(read.headline()).isEqualTo(0.02);
        assertThat(read.sparsity()).isEqualTo(SampleRun.result().sparsity().mean());
    }

    @Test
    void knowsTheMetricsOfARunThatHasNoResultYet() throws IOException {
        Files.delete(run.result());

        assertThat(read().metrics()).isEqualTo(SampleRun.described());
        assertThat(read().headline()).isNaN();

        List<String> lines = Files.readAllLines(run.metrics());
        Files.write(run.metrics(), lines.subList(1, lines.size()));

        assertThat(read().metrics().headline()).hasValue("error-rate");
        assertThat(read().metrics().of("error-rate").unit()).isEqualTo(Unit.NUMBER);
    }

    @Test
    void saysThatAMetricIsDescribedImpossibly() throws IOException {
        Files.writeString(run.result(), Files.readString(run.result()).replace("\"lower\"", "\"down\""));

        assertThat(read().damages()).containsExactly("result.json is damaged: 'direction' is 'down'");
    }

    @Test
    void saysThatAHistogramContradictsItself() throws IOException {
        Files.writeString(run.result(), Files.readString(run.result()).replace("\"zeros\" : 9200", "\"zeros\" : 9201"));

        assertThat(read().damages())
                .containsExactly("result.json is damaged: 9201 zeros and 800 others of 10000 outputs");
    }

    @Test
    void readsADivergedRun() {
        run.writeResult(SampleRun.diverged());

        assertThat(read().result()).hasValue(SampleRun.diverged());
        assertThat(read().status()).isEqualTo(RecordedRun.Status.DIVERGED);
    }

    @Test
    void tellsAnUnfinishedRunFromADamagedOne() throws IOException {
        Files.delete(run.result());
        assertThat(read().status()).isEqualTo(RecordedRun.Status.DAMAGED);
        assertThat(read().damages()).containsExactly("result.json is missing");

        run.writeProvenance(SampleRun.provenance());
        assertThat(read().status()).isEqualTo(RecordedRun.Status.UNFINISHED);
        assertThat(read().epochs()).isEqualTo(3);
        assertThat(read().seed()).hasValue(7L);
    }

    @Test
    void saysWhichFilesAreDamagedAndReadsTheOthers() throws IOException {
        Files.writeString(run.result(), "{\"experiment\": \"x\", \"seed\": 1.5}");
        Files.writeString(run.provenance(), "not json");
        Files.writeString(run.resolvedConfiguration(), "include \"/etc/passwd\"");
        Files.writeString(run.metrics(), Files.readString(run.metrics()) + "{\"epoch\":4,");

        RecordedRun read = read();

        assertThat(read.status()).isEqualTo(RecordedRun.Status.DAMAGED);
        assertThat(read.damages())
                .hasSize(4)
                .anyMatch(damage -> damage.startsWith("resolved.conf is damaged: ") && damage.contains("includes"))
                .anyMatch(damage -> damage.startsWith("provenance.json is damaged: it is no JSON"))
                .contains("result.json is damaged: it lacks 'dataset'", "line 5 of metrics.jsonl is damaged");
        assertThat(read.checks()).hasSize(4);
        assertThat(read.result()).isEmpty();
    }

    @Test
    void refusesWhatIsNoRun() {
        assertThatThrownBy(() -> RecordedRun.read(folder))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("is not the folder of a run");
        assertThatThrownBy(() -> RecordedRun.read(folder.resolve("nowhere")))
                .hasMessageContaining("there is no folder");
    }

    @Test
    void findsRunsAtAnyDepthAndThoseThatLostTheirFiles() throws IOException {
        RunDirectory trial = RunDirectory.create(folder.resolve("study"), "trial", 1, CLOCK);
        trial.writeResolvedConfiguration("");
        Path emptied = Files.createDirectory(folder.resolve("tanh-20260301-101530-seed-3-2"));
        Files.createDirectories(folder.resolve("notes").resolve("checkpoints"));

        assertThat(RunFolders.in(folder)).containsExactly(run.path(), trial.path(), emptied);
        assertThat(RunFolders.in(run.path())).containsExactly(run.path());
        assertThatThrownBy(() -> RunFolders.in(folder.resolve("nowhere"))).isInstanceOf(RectifyException.class);
    }

    @Test
    void summarizesItselfAsJson() {
        assertThat(read().summary().toString())
                .contains(
                        "\"status\":\"done\"",
                        "\"seed\":7",
                        "\"metric\":\"error-rate\"",
                        "\"test-error-rate\":0.02",
                        "\"sparsity\":" + SampleRun.result().sparsity().mean(),
                        "\"damages\":[]");
        assertThat(read().details().at("/configuration/dataset.type").asText()).isEqualTo("mnist");
        assertThat(read().details().at("/checks")).hasSize(4);
    }
}
