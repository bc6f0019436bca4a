package org.rectify.engine.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the analyses of one trained network found.
 *
 * @param experiment its name
 * @param seed the master seed of its run
 * @param network the sizes of its layers, from the inputs to the classes
 * @param examples test examples that were looked at
 * @param results one for each statement of the paper
 */
public record AnalysisReport(
        String experiment, long seed, List<Integer> network, int examples, List<AnalysisResult> results) {

    /** Copies the lists. */
    public AnalysisReport {
        network = List.copyOf(network);
        results = List.copyOf(results);
    }

    /** How many results have an outcome. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The report as {@code docs/user/analyses.md} describes it; NaN and infinities are null. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("experiment", experiment).put("seed", seed);
        network.forEach(node.putArray("network")::add);
        node.put("examples", examples);
        ArrayNode analyses = node.putArray("analyses");
        results.forEach(result -> analyses.add(json(result)));
        return node.toPrettyString() + "\n";
    }

    private static ObjectNode json(AnalysisResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("item", result.statement().item())
                .put("name", result.statement().name())
                .put("statement", result.statement().text())
                .put("section", result.statement().section())
                .put("outcome", result.outcome().toString())
                .put("summary", result.summary());
        ObjectNode figures = node.putObject("figures");
        result.figures().forEach((name, value) -> figures.put(name, Double.isFinite(value) ? value : null));
        return node;
    }
}
