package org.rectify.engine.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.api.executor.Resources;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.study.plan.DataFacts;
import org.rectify.engine.study.plan.PlannedTrial;

/** Trials as data, and that data as JSON. */
public final class TrialSpecs {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long MEGABYTE = 1 << 20;

    private TrialSpecs() {}

    /** What there is to know of a planned trial. */
    static TrialSpec of(PlannedTrial trial, DataFacts data, ComponentRegistry registry, int attempt) {
        List<RequiredPlugin> plugins = registry.plugins().stream()
                .map(plugin -> new RequiredPlugin(plugin.id(), plugin.version(), plugin.sha256(), plugin.location()))
                .toList();
        int threads = trial.experiment().spec().engine().threads();
        return new TrialSpec(
                trial.name(),
                trial.identity(),
                trial.experiment().text(),
                plugins,
                data.info().checksums(),
                new Resources(threads, megabytes(trial, data)),
                attempt);
    }

    /** Four times the parameters, the examples, and what a Java machine takes. */
    private static long megabytes(PlannedTrial trial, DataFacts data) {
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
    public static String json(TrialSpec spec) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", spec.name())
                .put("identity", spec.identity())
                .put("attempt", spec.attempt());
        node.putObject("resources")
                .put("threads", spec.resources().threads())
                .put("megabytes", spec.resources().megabytes());
        var plugins = node.putArray("plugins");
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

    /**
     * Reads what {@link #json} wrote.
     *
     * @param source named in errors
     * @throws RectifyException of category {@code USER} for anything else
     */
    public static TrialSpec read(String json, String source) {
        try {
            JsonNode node = MAPPER.readTree(json);
            List<RequiredPlugin> plugins = new ArrayList<>();
            for (JsonNode plugin : member(node, "plugins")) {
                plugins.add(new RequiredPlugin(
                        text(plugin, "id"), text(plugin, "version"), text(plugin, "sha256"), text(plugin, "location")));
            }
            Map<String, String> data = new LinkedHashMap<>();
            member(node, "data")
                    .properties()
                    .forEach(file -> data.put(file.getKey(), file.getValue().asText()));
            JsonNode resources = member(node, "resources");
            return new TrialSpec(
                    text(node, "name"),
                    text(node, "identity"),
                    text(node, "experiment"),
                    plugins,
                    data,
                    new Resources(
                            member(resources, "threads").asInt(),
                            member(resources, "megabytes").asLong()),
                    member(node, "attempt").asInt());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String reason = e instanceof JsonProcessingException syntax ? syntax.getOriginalMessage() : e.getMessage();
            throw new RectifyException(Category.USER, source + ": not the specification of a trial: " + reason, e);
        }
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return member;
    }

    private static String text(JsonNode node, String name) {
        JsonNode member = member(node, name);
        if (!member.isTextual()) {
            throw new IllegalArgumentException("'" + name + "' is no text");
        }
        return member.textValue();
    }
}
