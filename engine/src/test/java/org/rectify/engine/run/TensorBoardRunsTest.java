package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.tensorboard.TensorBoardPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

/** Event files of real runs, read back with TensorFlow's own message classes. */
class TensorBoardRunsTest {

    private static final String EXPERIMENT = """
            experiment { name = digits, seed = 3 }
            dataset { type = synthetic, train-size = 200, validation-size = 100, test-size = 120 }
            network {
              hidden = [30, 20]
              activation = rectifier
              penalty { type = l1-activation, coefficient = 0.0001 }
            }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 3 }
            listeners = tensorboard
            """;

    private static final String PRETRAINING =
            "pretraining={type=denoising-autoencoder, reconstruction=softplus-quadratic, learning-rates=[0.01, 0.001], epochs=2}";

    @TempDir
    private Path folder;

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new CorruptionsPlugin(),
                    new PretrainingPlugin(),
                    new ReconstructionsPlugin(),
                    new SyntheticPlugin(),
                    new TensorBoardPlugin(),
                    new TrainingPlugin())));

    @Test
    void theFileTellsItsVersionFirstAndTimesThatNeverFall() throws IOException {
        double before = System.currentTimeMillis() / 1000.0;
        List<Event> events = events(run());
        double after = System.currentTimeMillis() / 1000.0;

        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events)
                .extracting(Event::getWallTime)
                .isSorted()
                .allSatisfy(time -> assertThat(time).isBetween(before, after));
        // The version, four checks, the test.
        assertThat(events).extracting(Event::getStep).containsExactly(0L, 0L, 20L, 40L, 60L, 60L);
    }

    @Test
    void everyNumberIsThatOfTheMeasurements() throws IOException {
        FinishedRun run = run();

        List<Event> events = events(run);
        List<JsonNode> measurements = measurements(run);
        assertThat(measurements).hasSize(4);
        for (int check = 0; check < measurements.size(); check++) {
            JsonNode measured = measurements.get(check);
            Event event = events.get(check + 1);
            assertThat(event.getStep()).isEqualTo(measured.get("updates").asLong());
            assertThat(scalars(event)).isEqualTo(expected(measured));
        }
    }

    /** The numbers of a line of metrics.jsonl, under the tags of events. */
    private static Map<String, Float> expected(JsonNode measured) {
        Map<String, Float> expected = new LinkedHashMap<>();
        expected.put("training/epoch", number(measured, "/epoch"));
        if (measured.get("updates").asLong() > 0) {
            expected.put("training/cost", number(measured, "/train-cost"));
            expected.put("training/examples-per-second", number(measured, "/examples-per-second"));
            expected.put("training-cost/output", number(measured, "/costs/output"));
            expected.put("training-cost/l1-activation", number(measured, "/costs/l1-activation"));
            for (int layer = 1; layer <= 2; layer++) {
                for (String name : List.of("sparsity", "mean-absolute", "gradient-norm", "dead-units")) {
                    expected.put(
                            "layer-" + layer + "/" + name, number(measured, "/layers/" + (layer - 1) + "/" + name));
                }
            }
        }
        for (String name : List.of("error-rate", "negative-log-likelihood", "sparsity")) {
            expected.put("validation/" + name, number(measured, "/validation/" + name));
        }
        for (int layer = 1; layer <= 2; layer++) {
            expected.put(
                    "validation/sparsity/layer-" + layer,
                    number(measured, "/validation/per-layer/sparsity/" + (layer - 1)));
        }
        return expected;
    }

    private static Float number(JsonNode measured, String pointer) {
        JsonNode number = measured.at(pointer);
        assertThat(number.isNumber())
                .as("a number at %s of %s", pointer, measured)
                .isTrue();
        return (float) number.asDouble();
    }

    @Test
    void theTestStandsLast() throws IOException {
        FinishedRun run = run();

        List<Event> events = events(run);
        Map<String, Float> last = scalars(events.get(events.size() - 1));
        JsonNode result = new ObjectMapper().readTree(run.directory().result().toFile());
        assertThat(last)
                .containsOnlyKeys(
                        "test/error-rate",
                        "test/negative-log-likelihood",
                        "test/sparsity",
                        "test/sparsity/layer-1",
                        "test/sparsity/layer-2")
                .containsEntry("test/error-rate", number(result, "/test/error-rate"));
    }

    @Test
    void histogramsAreOfEveryParameterAndHiddenOutput() throws IOException {
        List<Event> events = events(run());

        for (Event event : events.subList(1, 5)) {
            Map<String, HistogramProto> histograms = histograms(event);
            assertThat(histograms)
                    .containsOnlyKeys(
                            "layer-1/weights",
                            "layer-1/biases",
                            "layer-1/outputs",
                            "layer-2/weights",
                            "layer-2/biases",
                            "layer-2/outputs",
                            "output/weights",
                            "output/biases");
            HistogramProto outputs =
                    Optional.ofNullable(histograms.get("layer-2/outputs")).orElseThrow();
            assertThat(outputs.getNum()).isEqualTo(100 * 20);
            assertThat(outputs.getMin()).isZero();
            assertThat(outputs.getBucketList().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isEqualTo(outputs.getNum());
            float zeros = (float) (outputs.getBucket(0) / outputs.getNum());
            assertThat(zeros).isEqualTo(scalars(event).get("validation/sparsity/layer-2"));
        }
    }

    @Test
    void histogramsCanBeLeftOut() throws IOException {
        List<Event> events = events(run("listeners=[{type=tensorboard, histograms=false}]"));

        assertThat(events)
                .hasSize(6)
                .allSatisfy(event -> assertThat(histograms(event)).isEmpty());
    }

    @Test
    void pretrainingIsToldRateByRate() throws IOException {
        FinishedRun run = run(PRETRAINING);

        List<Event> events = events(run);
        List<JsonNode> told = lines(run.directory().pretraining()).stream()
                .filter(line -> !line.get("chosen").asBoolean())
                .toList();
        assertThat(told).hasSize(2 * 2 * 3);
        for (int i = 0; i < told.size(); i++) {
            JsonNode line = told.get(i);
            String group = "pretraining-layer-" + line.get("layer").asInt() + "/";
            String rate = "/rate-" + line.get("learning-rate").asDouble();
            Map<String, Float> expected = new LinkedHashMap<>();
            if (line.get("epoch").asInt() > 0) {
                expected.put(group + "training-cost" + rate, number(line, "/training-cost"));
            }
            expected.put(group + "held-out-cost" + rate, number(line, "/held-out-cost"));
            expected.put(group + "sparsity" + rate, number(line, "/sparsity"));
            assertThat(scalars(events.get(i + 1))).isEqualTo(expected);
            assertThat(events.get(i + 1).getStep()).isEqualTo(line.get("epoch").asLong());
        }
    }

    @Test
    void checksAreThereToBeReadBeforeTheRunEnds() {
        List<Integer> seen = new ArrayList<>();
        TrainingListener reader = new TrainingListener() {
            @Override
            public void measured(EpochReport report) {
                try (Stream<Path> runs = Files.list(folder).filter(Files::isDirectory)) {
                    seen.add(EventReader.read(eventFile(runs.findFirst().orElseThrow()))
                            .size());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
        run(reader);

        assertThat(seen).containsExactly(2, 3, 4, 5);
    }

    private static Map<String, Float> scalars(Event event) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        for (Summary.Value value : event.getSummary().getValueList()) {
            if (value.getValueCase() == Summary.Value.ValueCase.SIMPLE_VALUE) {
                assertThat(scalars.put(value.getTag(), value.getSimpleValue()))
                        .as("two numbers of %s in one event", value.getTag())
                        .isNull();
            }
        }
        return scalars;
    }

    private static Map<String, HistogramProto> histograms(Event event) {
        Map<String, HistogramProto> histograms = new LinkedHashMap<>();
        for (Summary.Value value : event.getSummary().getValueList()) {
            if (value.getValueCase() == Summary.Value.ValueCase.HISTO) {
                histograms.put(value.getTag(), value.getHisto());
            }
        }
        return histograms;
    }

    private static List<Event> events(FinishedRun run) throws IOException {
        return EventReader.read(eventFile(run.directory().path()));
    }

    private static Path eventFile(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("tensorboard"))) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static List<JsonNode> measurements(FinishedRun run) throws IOException {
        return lines(run.directory().path().resolve("metrics.jsonl"));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private FinishedRun run(String... overrides) {
        return run(new TrainingListener() {}, overrides);
    }

    private FinishedRun run(TrainingListener listener, String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("digits.conf"), EXPERIMENT);
            return Runs.run(new RunRequest(
                    Experiments.load(file, List.of(overrides), registry, folder),
                    registry,
                    folder,
                    false,
                    List.of("test"),
                    Pages.SAME,
                    made -> {},
                    listener));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
