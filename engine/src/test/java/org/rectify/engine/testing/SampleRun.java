package org.rectify.engine.testing;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.record.Build;
import org.rectify.engine.record.Machine;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/** A made-up run with the figures of a 784-1000-1000-1000-10 rectifier network on MNIST. */
public final class SampleRun {

    private SampleRun() {}

    /** Its result after forty epochs. */
    public static RunResult result() {
        EpochReport best = reports(40).stream()
                .filter(EpochReport::best)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new RunResult(
                "mnist-rectifier",
                7,
                new RunResult.DatasetSizes("MNIST", 50_000, 10_000, 10_000),
                described(),
                Optional.of(new RunResult.Best(best.epoch(), best.validation())),
                metrics(0.02, 0.0605),
                new RunResult.Sparsity(sparsity(0.92).layers(), sparsity(0.92).value()),
                Optional.of(activations()),
                40,
                12_345.678,
                false);
    }

    /** What its metrics are. */
    public static MetricDescriptions described() {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        metrics.put("error-rate", new MetricDescription("error", Unit.EXAMPLES, Direction.LOWER));
        metrics.put(
                "negative-log-likelihood",
                new MetricDescription("negative log-likelihood", Unit.NATS, Direction.LOWER));
        metrics.put("sparsity", new MetricDescription("sparsity", Unit.FRACTION, Direction.NEITHER));
        return new MetricDescriptions(metrics);
    }

    /** A result of learning that diverged before any check. */
    public static RunResult diverged() {
        return new RunResult(
                "mnist-rectifier",
                7,
                new RunResult.DatasetSizes("MNIST", 50_000, 10_000, 10_000),
                described(),
                Optional.empty(),
                Map.of(),
                RunResult.Sparsity.unknown(),
                Optional.empty(),
                1,
                Double.NaN,
                true);
    }

    /** Outputs of three layers for a hundred examples, half of those that are not zero negated. */
    public static ActivationHistograms activations() {
        return new ActivationHistograms(
                100,
                IntStream.range(0, 3)
                        .mapToObj(layer -> {
                            float[] outputs = new float[10_000];
                            for (int i = 0; i < 800 + 900 * layer; i++) {
                                outputs[i] = (float) ((i % 2 == 0 ? 1 : -1) * -Math.log((i + 1) / 3000.0));
                            }
                            return ActivationHistogram.of(outputs);
                        })
                        .toList());
    }

    /** Its provenance, not over yet. */
    public static Provenance provenance() {
        return new Provenance(
                new Build("0.1.0", Optional.of("ca2e655f73ebcc6743e78e3ef964b093782f204e"), Optional.of(false)),
                List.of(
                        new PluginIdentity(
                                "rectify-plugin-activations",
                                "0.1.0",
                                "/opt/rectify/plugins/activations",
                                "ab".repeat(32)),
                        new PluginIdentity(
                                "org.example.swish", "1.2.3", "/home/ada/plugins/swish.jar", "cd".repeat(32))),
                new Provenance.Data(
                        "MNIST",
                        "official IDX files",
                        Map.of(
                                "train-images-idx3-ubyte.gz",
                                "44".repeat(32),
                                "t10k-images-idx3-ubyte.gz",
                                "8d".repeat(32))),
                7,
                new Provenance.Computation("vector", 2, OptionalInt.of(512)),
                new Machine(
                        "Eclipse Adoptium",
                        "17.0.15",
                        "OpenJDK 64-Bit Server VM 17.0.15+6",
                        4_294_967_296L,
                        "Linux",
                        "6.1.0",
                        "amd64",
                        "Intel(R) Xeon(R) Processor @ 2.60GHz",
                        2),
                List.of("rectify", "run", "experiments/mnist/rectifier.conf", "--seed", "7"),
                OffsetDateTime.parse("2026-03-01T10:15:30+01:00"),
                Optional.empty());
    }

    /** The network before learning, then its epochs. */
    public static List<EpochReport> reports(int epochs) {
        List<EpochReport> reports = new ArrayList<>();
        reports.add(new EpochReport(
                0, 0, Double.NaN, Double.NaN, Map.of(), metrics(0.9018, 2.3412), List.of(), Double.NaN, true));
        double best = 1;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double wave = 0.0006 * Math.sin(2.7 * epoch);
            double error = 0.0145 + 0.085 / Math.pow(epoch, 0.9) + wave;
            boolean isBest = error < best;
            best = Math.min(best, error);
            reports.add(new EpochReport(
                    epoch,
                    5000L * epoch,
                    0.03 + 0.45 / epoch,
                    0.0004 + 0.13 / Math.pow(epoch, 1.3),
                    Map.of(ExperimentSpec.Network.OUTPUT_COST, 0.02 + 0.45 / epoch, "l1-activation", 0.01),
                    metrics(error, 0.05 + 0.3 / epoch),
                    layers(epoch),
                    12_000 + 700 * Math.sin(epoch),
                    isBest));
        }
        return reports;
    }

    /** What a metric measured on the validation split. */
    public static MetricValue validation(EpochReport report, String metric) {
        return Objects.requireNonNull(report.validation().get(metric));
    }

    private static List<LayerReport> layers(int epoch) {
        return IntStream.range(0, 3)
                .mapToObj(layer -> new LayerReport(
                        0.94 - 0.09 * layer - 0.4 * Math.exp(-epoch / (3.0 + layer)),
                        0.08 + 0.05 * layer + 0.1 / epoch,
                        (0.02 + 0.9 / epoch) * Math.pow(3, layer),
                        (int) (90 * (1 - Math.exp(-epoch / 15.0)) / (layer + 1))))
                .toList();
    }

    private static Map<String, MetricValue> metrics(double error, double cost) {
        return Map.of(
                "error-rate", MetricValue.of(error),
                "negative-log-likelihood", MetricValue.of(cost),
                "sparsity", sparsity(0.94 - Math.min(0.4, error)));
    }

    private static MetricValue sparsity(double first) {
        return new MetricValue(first - 0.09, List.of(first, first - 0.09, first - 0.18));
    }
}
