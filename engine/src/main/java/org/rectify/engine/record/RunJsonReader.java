package org.rectify.engine.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/** Reads what {@link RunJson} writes. Every method throws {@link IllegalArgumentException} for what it would not have written. */
final class RunJsonReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunJsonReader() {}

    static RunResult result(String json) {
        JsonNode node = tree(json);
        JsonNode dataset = member(node, "dataset");
        JsonNode sparsity = member(node, "sparsity");
        Map<String, MetricValue> test = metrics(member(node, "test"));
        Optional<RunResult.Best> best = present(node, "best")
                .map(one -> new RunResult.Best(count(one, "epoch"), metrics(member(one, "validation"))));
        Set<String> names = new LinkedHashSet<>(test.keySet());
        best.ifPresent(one -> names.addAll(one.validation().keySet()));
        return new RunResult(
                text(node, "experiment"),
                integer(node, "seed"),
                new RunResult.DatasetSizes(
                        text(dataset, "name"),
                        count(dataset, "train"),
                        count(dataset, "validation"),
                        count(dataset, "test")),
                descriptions(node).orElseGet(() -> MetricDescriptions.unknown(names)),
                best,
                test,
                new RunResult.Sparsity(numbers(member(sparsity, "layers")), number(sparsity, "mean")),
                present(node, "activations").map(RunJsonReader::activations),
                count(node, "epochs"),
                number(node, "examples-per-second"),
                flag(node, "diverged"));
    }

    private static ActivationHistograms activations(JsonNode node) {
        List<ActivationHistogram> layers = new ArrayList<>();
        for (JsonNode layer : member(node, "layers")) {
            List<Integer> counts = new ArrayList<>();
            member(layer, "counts").forEach(count -> counts.add(Math.toIntExact(whole(count, "counts"))));
            layers.add(new ActivationHistogram(
                    count(layer, "outputs"),
                    count(layer, "zeros"),
                    (float) number(layer, "lowest"),
                    (float) number(layer, "highest"),
                    counts));
        }
        return new ActivationHistograms(count(node, "examples"), layers);
    }

    static EpochReport epoch(String line) {
        JsonNode node = tree(line);
        List<LayerReport> layers = new ArrayList<>();
        member(node, "layers")
                .forEach(layer -> layers.add(new LayerReport(
                        number(layer, "sparsity"),
                        number(layer, "mean-absolute"),
                        number(layer, "gradient-norm"),
                        count(layer, "dead-units"))));
        return new EpochReport(
                count(node, "epoch"),
                integer(node, "updates"),
                number(node, "train-cost"),
                number(node, "train-error-rate"),
                costs(node.path("costs")),
                metrics(member(node, "validation")),
                layers,
                number(node, "examples-per-second"),
                flag(node, "best"));
    }

    /** What the values of a result, or of a line of reports, are; empty where they do not say. */
    static Optional<MetricDescriptions> descriptions(String json) {
        return descriptions(tree(json));
    }

    private static Optional<MetricDescriptions> descriptions(JsonNode node) {
        return present(node, "metrics").map(metrics -> {
            Map<String, MetricDescription> byName = new LinkedHashMap<>();
            metrics.properties().forEach(metric -> byName.put(metric.getKey(), description(metric.getValue())));
            return new MetricDescriptions(byName);
        });
    }

    private static MetricDescription description(JsonNode node) {
        JsonNode unit = member(node, "unit");
        return new MetricDescription(
                text(node, "title"),
                new Unit(text(unit, "name"), text(unit, "symbol"), number(unit, "factor"), count(unit, "decimals")),
                direction(text(node, "direction")));
    }

    private static Direction direction(String name) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'direction' is '" + name + "'"));
    }

    /** Empty in records from before costs were parted. */
    private static Map<String, Double> costs(JsonNode node) {
        Map<String, Double> costs = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> costs.put(name, number(node, name)));
        return costs;
    }

    /** All lines, up to the first that is damaged: a run that was killed may leave half of its last. */
    static PretrainingCourse pretraining(String lines) {
        List<LayerProgress> epochs = new ArrayList<>();
        List<LayerProgress> chosen = new ArrayList<>();
        Optional<String> reused = Optional.empty();
        for (String line : lines.lines().toList()) {
            try {
                JsonNode node = tree(line);
                if (node.has("reused")) {
                    reused = Optional.of(text(node, "reused"));
                } else {
                    (flag(node, "chosen") ? chosen : epochs).add(layer(node));
                }
            } catch (IllegalArgumentException damaged) {
                break;
            }
        }
        return new PretrainingCourse(epochs, chosen, reused);
    }

    private static LayerProgress layer(JsonNode node) {
        return new LayerProgress(
                count(node, "layer") - 1,
                number(node, "learning-rate"),
                count(node, "epoch"),
                number(node, "training-cost"),
                number(node, "held-out-cost"),
                number(node, "sparsity"));
    }

    static Provenance provenance(String json) {
        JsonNode node = tree(json);
        JsonNode build = member(node, "rectify");
        JsonNode dataset = member(node, "dataset");
        JsonNode engine = member(node, "engine");
        List<PluginIdentity> plugins = new ArrayList<>();
        member(node, "plugins")
                .forEach(plugin -> plugins.add(new PluginIdentity(
                        text(plugin, "id"),
                        text(plugin, "version"),
                        text(plugin, "location"),
                        text(plugin, "sha256"))));
        Map<String, String> checksums = new HashMap<>();
        member(dataset, "checksums")
                .properties()
                .forEach(file -> checksums.put(file.getKey(), file.getValue().asText()));
        return new Provenance(
                new Build(
                        text(build, "version"),
                        present(build, "revision").map(JsonNode::asText),
                        present(build, "modified").map(JsonNode::asBoolean)),
                plugins,
                new Provenance.Data(text(dataset, "name"), text(dataset, "source"), checksums),
                integer(node, "seed"),
                new Provenance.Computation(
                        text(engine, "backend"),
                        count(engine, "threads"),
                        present(engine, "vector-bits")
                                .map(bits -> OptionalInt.of(bits.asInt()))
                                .orElseGet(OptionalInt::empty)),
                machine(node),
                texts(member(node, "command-line")),
                time(member(node, "started")),
                present(node, "ended").map(RunJsonReader::time));
    }

    private static Machine machine(JsonNode node) {
        JsonNode java = member(node, "java");
        JsonNode system = member(node, "operating-system");
        JsonNode cpu = member(node, "cpu");
        return new Machine(
                text(java, "vendor"),
                text(java, "version"),
                text(java, "virtual-machine"),
                integer(java, "max-heap-bytes"),
                text(system, "name"),
                text(system, "version"),
                text(system, "architecture"),
                text(cpu, "model"),
                count(cpu, "processors"));
    }

    private static Map<String, MetricValue> metrics(JsonNode node) {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        JsonNode layers = node.path(MetricDescriptions.PER_LAYER);
        JsonNode matrices = node.path(MetricDescriptions.MATRICES);
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals(MetricDescriptions.PER_LAYER) && !name.equals(MetricDescriptions.MATRICES)) {
                metrics.put(
                        name,
                        new MetricValue(
                                number(node, name),
                                numbers(layers.path(name)),
                                present(matrices, name).map(RunJsonReader::matrix)));
            }
        });
        return metrics;
    }

    private static MetricMatrix matrix(JsonNode node) {
        List<List<Double>> cells = new ArrayList<>();
        member(node, "cells").forEach(row -> cells.add(numbers(row)));
        return new MetricMatrix(texts(member(node, "rows")), texts(member(node, "columns")), cells);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!node.isObject()) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("it is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static Optional<JsonNode> present(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it lacks '" + name + "'");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        return member(node, name).asText();
    }

    private static int count(JsonNode node, String name) {
        return Math.toIntExact(integer(node, name));
    }

    private static long integer(JsonNode node, String name) {
        return whole(member(node, name), name);
    }

    private static long whole(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", not a whole number");
        }
        return value.asLong();
    }

    private static boolean flag(JsonNode node, String name) {
        return member(node, name).asBoolean();
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isNumber() && !value.isNull()) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", not a number");
        }
        return value.asDouble(Double.NaN);
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        node.forEach(value -> numbers.add(value.asDouble(Double.NaN)));
        return numbers;
    }

    private static OffsetDateTime time(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.asText());
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(node + " is not a time", wrong);
        }
    }
}
