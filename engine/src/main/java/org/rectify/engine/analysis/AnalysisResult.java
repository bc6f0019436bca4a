package org.rectify.engine.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an analysis found.
 *
 * @param statement what was tested
 * @param outcome whether it is true of the network
 * @param figures what was measured, by name, in the order in which to read them; shares are fractions
 * @param summary the figures that matter, in one sentence
 */
public record AnalysisResult(Statement statement, Outcome outcome, Map<String, Double> figures, String summary) {

    /** Copies the figures, with their order. */
    public AnalysisResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
