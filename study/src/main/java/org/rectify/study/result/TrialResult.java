package org.rectify.study.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.rectify.api.error.DataException;

/**
 * What a trial's {@code result.json} says, as far as a study needs it.
 *
 * @param validation metrics on validation examples, by name; empty where the trial diverged before any
 * @param bestEpoch the epoch whose parameters were kept; 0 is the network before learning
 * @param test metrics on test examples, by name; empty where the trial diverged
 * @param sparsity of the hidden layers on test examples; NaN where the trial diverged
 * @param testExamples how many these are
 * @param epochs begun
 * @param diverged whether learning left the finite numbers (item 21)
 * @param examplesPerSecond of fine-tuning; NaN where nothing was learned
 */
public record TrialResult(
        Map<String, Double> validation,
        int bestEpoch,
        Map<String, Double> test,
        double sparsity,
        int testExamples,
        int epochs,
        boolean diverged,
        double examplesPerSecond) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Copies the maps. */
    public TrialResult {
        validation = Map.copyOf(validation);
        test = Map.copyOf(test);
    }

    /**
     * Reads the text of a {@code result.json}.
     *
     * @throws DataException when it is none
     */
    public static TrialResult parse(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new TrialResult(
                    numbers(node.at("/best/validation")),
                    node.at("/best/epoch").asInt(),
                    numbers(node.at("/test")),
                    node.at("/sparsity/mean").asDouble(Double.NaN),
                    node.at("/dataset/test").asInt(),
                    node.path("epochs").asInt(),
                    node.path("diverged").asBoolean(),
                    node.path("examples-per-second").asDouble(Double.NaN));
        } catch (JsonProcessingException e) {
            throw new DataException("not the result of a run: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Double> numbers(JsonNode metrics) {
        Map<String, Double> numbers = new TreeMap<>();
        metrics.fields().forEachRemaining(metric -> {
            if (metric.getValue().isNumber()) {
                numbers.put(metric.getKey(), metric.getValue().asDouble());
            }
        });
        return numbers;
    }
}
