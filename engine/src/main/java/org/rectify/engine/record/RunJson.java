package org.rectify.engine.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/** The JSON of a run's files, member by member, as {@code docs/user/runs.md} describes it; NaN and infinities are null. */
final class RunJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunJson() {}

    /** On one line, without its end. */
    static String line(ObjectNode node) {
        return write(MAPPER, node);
    }

    /** Indented, for people. */
    static String page(ObjectNode node) {
        return write(INDENTED, node) + "\n";
    }

    static ObjectNode result(RunResult result) {
        ObjectNode node = NODES.objectNode();
        node.put("experiment", result.experiment());
        node.put("seed", result.seed());
        node.putObject("dataset")
                .put("name", result.dataset().name())
                .put("train", result.dataset().train())
                .put("validation", result.dataset().validation())
                .put("test", result.dataset().test());
        node.set("metrics", descriptions(result.metrics()));
        node.set("best", result.best().map(RunJson::best).orElse(null));
        node.set("test", metrics(result.test()));
        ObjectNode sparsity = node.putObject("sparsity");
        sparsity.set("layers", numbers(result.sparsity().layers()));
        sparsity.set("mean", number(result.sparsity().mean()));
        node.set("activations", result.activations().map(RunJson::activations).orElse(null));
        node.put("epochs", result.epochs());
        node.set("examples-per-second", number(result.examplesPerSecond()));
        node.put("diverged", result.diverged());
        return node;
    }

    static ObjectNode epoch(EpochReport report) {
        ObjectNode node = NODES.objectNode();
        node.put("epoch", report.epoch());
        node.put("updates", report.updates());
        node.set("train-cost", number(report.trainCost()));
        node.set("train-error-rate", number(report.trainErrorRate()));
        ObjectNode costs = node.putObject("costs");
        report.costs().forEach((name, cost) -> costs.set(name, number(cost)));
        node.set("validation", metrics(report.validation()));
        ArrayNode layers = node.putArray("layers");
        report.layers().forEach(layer -> layers.add(layer(layer)));
        node.set("examples-per-second", number(report.examplesPerSecond()));
        node.put("best", report.best());
        return node;
    }

    /** The first report of a file, with what its values are. */
    static ObjectNode epoch(EpochReport report, MetricDescriptions metrics) {
        ObjectNode node = epoch(report);
        node.set("metrics", descriptions(metrics));
        return node;
    }

    static ObjectNode layer(LayerProgress progress, boolean chosen) {
        ObjectNode node = NODES.objectNode().put("layer", progress.layer() + 1);
        node.set("learning-rate", number(progress.learningRate()));
        node.put("epoch", progress.epoch());
        node.set("training-cost", number(progress.trainingCost()));
        node.set("held-out-cost", number(progress.heldOutCost()));
        node.set("sparsity", number(progress.sparsity()));
        return node.put("chosen", chosen);
    }

    static ObjectNode reused(Path stack) {
        return NODES.objectNode().put("reused", stack.toString());
    }

    static ObjectNode provenance(Provenance provenance) {
        ObjectNode node = NODES.objectNode();
        node.putObject("rectify")
                .put("version", provenance.build().version())
                .put("revision", provenance.build().revision().orElse(null))
                .put("modified", provenance.build().modified().orElse(null));
        ArrayNode plugins = node.putArray("plugins");
        provenance.plugins().forEach(plugin -> plugins.add(plugin(plugin)));
        ObjectNode dataset = node.putObject("dataset")
                .put("name", provenance.dataset().name())
                .put("source", provenance.dataset().source());
        ObjectNode checksums = dataset.putObject("checksums");
        new TreeMap<>(provenance.dataset().checksums()).forEach(checksums::put);
        node.put("seed", provenance.seed());
        ObjectNode engine = node.putObject("engine")
                .put("backend", provenance.computation().backend())
                .put("threads", provenance.computation().threads());
        provenance
                .computation()
                .vectorBits()
                .ifPresentOrElse(bits -> engine.put("vector-bits", bits), () -> engine.putNull("vector-bits"));
        machine(node, provenance.machine());
        ArrayNode commandLine = node.putArray("command-line");
        provenance.commandLine().forEach(commandLine::add);
        node.put("started", time(provenance.started()));
        node.put("ended", provenance.ended().map(RunJson::time).orElse(null));
        return node;
    }

    private static ObjectNode best(RunResult.Best best) {
        ObjectNode node = NODES.objectNode().put("epoch", best.epoch());
        node.set("validation", metrics(best.validation()));
        return node;
    }

    private static ObjectNode activations(ActivationHistograms activations) {
        ObjectNode node = NODES.objectNode().put("examples", activations.examples());
        ArrayNode layers = node.putArray("layers");
        activations.layers().forEach(histogram -> {
            ObjectNode layer =
                    layers.addObject().put("outputs", histogram.outputs()).put("zeros", histogram.zeros());
            layer.set("lowest", number(histogram.lowest()));
            layer.set("highest", number(histogram.highest()));
            histogram.counts().forEach(layer.putArray("counts")::add);
        });
        return node;
    }

    /** In the experiment's order. */
    private static ObjectNode descriptions(MetricDescriptions metrics) {
        ObjectNode node = NODES.objectNode();
        metrics.byName().forEach((name, metric) -> {
            ObjectNode description = node.putObject(name).put("title", metric.title());
            description
                    .putObject("unit")
                    .put("name", metric.unit().name())
                    .put("symbol", metric.unit().symbol())
                    .put("factor", metric.unit().factor())
                    .put("decimals", metric.unit().decimals());
            description.put("direction", metric.direction().name().toLowerCase(Locale.ROOT));
        });
        return node;
    }

    /**
     * Every metric is one number; those that layers have a part in stand once more, layer by layer, and matrices in a group of
     * their own.
     */
    private static ObjectNode metrics(Map<String, MetricValue> metrics) {
        ObjectNode node = NODES.objectNode();
        ObjectNode layers = NODES.objectNode();
        ObjectNode matrices = NODES.objectNode();
        new TreeMap<>(metrics).forEach((name, metric) -> {
            node.set(name, number(metric.value()));
            if (!metric.layers().isEmpty()) {
                layers.set(name, numbers(metric.layers()));
            }
            metric.matrix().ifPresent(matrix -> matrices.set(name, matrix(matrix)));
        });
        if (!layers.isEmpty()) {
            node.set(MetricDescriptions.PER_LAYER, layers);
        }
        if (!matrices.isEmpty()) {
            node.set(MetricDescriptions.MATRICES, matrices);
        }
        return node;
    }

    private static ObjectNode matrix(MetricMatrix matrix) {
        ObjectNode node = NODES.objectNode();
        matrix.rows().forEach(node.putArray("rows")::add);
        matrix.columns().forEach(node.putArray("columns")::add);
        ArrayNode cells = node.putArray("cells");
        matrix.cells().forEach(row -> {
            ArrayNode numbers = cells.addArray();
            row.forEach(cell -> numbers.add(count(cell)));
        });
        return node;
    }

    /** Most matrices count: whole numbers stand without their ".0". */
    private static ValueNode count(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? LongNode.valueOf((long) value) : number(value);
    }

    private static ObjectNode layer(LayerReport layer) {
        ObjectNode node = NODES.objectNode();
        node.set("sparsity", number(layer.sparsity()));
        node.set("mean-absolute", number(layer.meanAbsolute()));
        node.set("gradient-norm", number(layer.gradientNorm()));
        return node.put("dead-units", layer.deadUnits());
    }

    private static ObjectNode plugin(PluginIdentity plugin) {
        return NODES.objectNode()
                .put("id", plugin.id())
                .put("version", plugin.version())
                .put("sha256", plugin.sha256())
                .put("location", plugin.location());
    }

    private static void machine(ObjectNode node, Machine machine) {
        node.putObject("java")
                .put("vendor", machine.javaVendor())
                .put("version", machine.javaVersion())
                .put("virtual-machine", machine.virtualMachine())
                .put("max-heap-bytes", machine.maxHeapBytes());
        node.putObject("operating-system")
                .put("name", machine.system())
                .put("version", machine.systemVersion())
                .put("architecture", machine.architecture());
        node.putObject("cpu").put("model", machine.cpu()).put("processors", machine.processors());
    }

    private static ArrayNode numbers(List<Double> values) {
        ArrayNode node = NODES.arrayNode();
        values.forEach(value -> node.add(number(value)));
        return node;
    }

    static ValueNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : NullNode.getInstance();
    }

    /** With the digits that tell it from other numbers of 32 bits. */
    private static ValueNode number(float value) {
        return Float.isFinite(value) ? FloatNode.valueOf(value) : NullNode.getInstance();
    }

    private static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String write(JsonMapper mapper, ObjectNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON could not be written", impossible);
        }
    }
}
