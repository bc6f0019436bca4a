package org.rectify.study;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.api.executor.Resources;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.study.plan.PlannedData;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.UsedPlugins;

/** Trials as data, and that data as JSON, which a {@link TrialSpecReader} reads. */
final class TrialSpecs {

    /** Grows when a reader of before would take a trial for another. */
    static final int FORMAT = 1;

    private static final long MEGABYTE = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TrialSpecs() {}

    /** What there is to know of a planned trial. */
    static TrialSpec of(PlannedTrial trial, PlannedData data, ComponentRegistry registry, int attempt) {
        List<RequiredPlugin> plugins = UsedPlugins.of(trial.experiment(), registry).stream()
                .map(plugin -> new RequiredPlugin(plugin.id(), plugin.version(), plugin.sha256(), plugin.location()))
                .toList();
        int threads = trial.experiment().spec().engine().threads();
        return new TrialSpec(
                trial.name(),
                trial.identity(),
                trial.experiment().text(),
                plugins,
                Requirements.files(data.info().checksums()),
                new Resources(threads, megabytes(trial, data)),
                attempt);
    }

    /** Four times the parameters, the examples, and what a Java machine takes. */
    private static long megabytes(PlannedTrial trial, PlannedData data) {
        long below = data.info().inputs();
        long parameters = 0;
        for (int units : trial.experiment().spec().network().hidden()) {
            parameters += below * units;
            below = units;
        }
        long examples = (long) data.unlabelled() * data.info().inputs();
        return 256 + (4 * Float.BYTES * parameters + Float.BYTES * examples) / MEGABYTE;
    }

    /** A trial as JSON. */
    static String json(TrialSpec spec) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("name", spec.name())
                .put("identity", spec.identity())
                .put("attempt", spec.attempt());
        node.putObject("resources")
                .put("threads", spec.resources().threads())
                .put("megabytes", spec.resources().megabytes());
        ArrayNode plugins = node.putArray("plugins");
        for (RequiredPlugin plugin : spec.plugins()) {
            plugins.addObject()
                    .put("id", plugin.id())
                    .put("version", plugin.version())
                    .put("sha256", plugin.sha256())
                    .put("location", plugin.location());
        }
        ObjectNode data = node.putObject("data");
        new TreeMap<>(spec.data()).forEach(data::put);
        node.put("experiment", spec.experiment());
        return node.toPrettyString() + "\n";
    }
}
