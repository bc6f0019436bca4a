package org.rectify.report;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.record.ClassPredictions;
import org.rectify.engine.record.MetricsLog;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.testing.SampleRun;
import org.rectify.plugin.activations.ActivationsPlugin;

/** Writes folders of runs, settings and results as they are asked for. */
final class RunMaker {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

    private final Map<String, String> settings = new LinkedHashMap<>();
    private long seed = 1;
    private double error = 0.02;
    private double validation = 0.02;
    private double sparsity = 0.8;
    private int train = 50_000;
    private Optional<Double> rmse = Optional.empty();
    private MetricDescriptions described = SampleRun.described();
    private Optional<ActivationHistograms> activations = Optional.empty();

    private RunMaker() {
        set("dataset.type", "mnist");
        set("network.hidden", "[1000, 1000, 1000]");
        set("network.activation.type", "rectifier");
        set("pretraining.type", "none");
        set("fine-tuning.optimizer.learning-rate", "0.1");
    }

    /** A rectifier network of the paper's on MNIST without pre-training. */
    static RunMaker rectifier() {
        return new RunMaker();
    }

    /** What figures draw, from the plugin that brings it. */
    static DrawnFunctions functions() {
        return DrawnFunctions.of(ComponentRegistry.of(
                Map.of(new PluginIdentity("activations", "1", "here", "00"), List.of(new ActivationsPlugin()))));
    }

    RunMaker set(String path, String value) {
        settings.put(path, value);
        return this;
    }

    RunMaker seed(long value) {
        seed = value;
        return this;
    }

    RunMaker errors(double validationError, double testError) {
        validation = validationError;
        error = testError;
        return this;
    }

    RunMaker sparsity(double value) {
        sparsity = value;
        return this;
    }

    RunMaker train(int examples) {
        train = examples;
        return this;
    }

    RunMaker rmse(double value) {
        rmse = Optional.of(value);
        return this;
    }

    /** Whose metrics are described otherwise. */
    RunMaker described(MetricDescriptions metrics) {
        described = metrics;
        return this;
    }

    /** Whose layers put out what the sample run's do. */
    RunMaker withHistograms() {
        activations = Optional.of(SampleRun.activations());
        return this;
    }

    /** A run that ended. */
    RunDirectory in(Path folder) {
        RunDirectory run = unfinishedIn(folder);
        Map<String, MetricValue> test = new LinkedHashMap<>();
        test.put("error-rate", MetricValue.of(error));
        test.put("sparsity", MetricValue.of(sparsity));
        rmse.ifPresent(value -> test.put("rmse", MetricValue.of(value)));
        run.writeProvenance(SampleRun.provenance().endedAt(OffsetDateTime.parse("2026-03-01T11:00:00+01:00")));
        run.writeResult(new RunResult(
                "made",
                seed,
                new RunResult.DatasetSizes("made", train, 10_000, 10_000),
                described,
                Optional.of(new RunResult.Best(3, Map.of("error-rate", MetricValue.of(validation)))),
                test,
                new RunResult.Sparsity(List.of(), sparsity),
                activations,
                5,
                1000,
                false));
        return run;
    }

    /** A run that has no result yet. */
    RunDirectory unfinishedIn(Path folder) {
        RunDirectory run = RunDirectory.create(folder, "made", seed, CLOCK);
        run.writeResolvedConfiguration(settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                .collect(Collectors.joining()));
        run.writeProvenance(SampleRun.provenance());
        try (MetricsLog log = run.openMetrics(described)) {
            SampleRun.reports(5).forEach(log::measured);
        }
        return run;
    }

    /** Predictions of ten classes, wrong where it is said. */
    static void predictions(RunDirectory run, int examples, IntPredicate wrong) {
        ClassPredictions predictions = new ClassPredictions();
        IntStream.range(0, examples)
                .forEach(row -> predictions.add(
                        new ClassPredictions.Prediction(row % 10, wrong.test(row) ? (row + 1) % 10 : row % 10, -1)));
        run.writePredictions(predictions);
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
