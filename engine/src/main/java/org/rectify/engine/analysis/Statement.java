package org.rectify.engine.analysis;

import java.util.Map;

/**
 * Something the paper says of rectifier networks, in our words.
 *
 * @param item of the specification
 * @param name short, lower case
 * @param text a sentence
 * @param section of the paper
 */
public record Statement(int item, String name, String text, String section) {

    /** The statement was put to the test. */
    AnalysisResult tested(boolean holds, Map<String, Double> figures, String summary) {
        return new AnalysisResult(this, holds ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD, figures, summary);
    }

    /** The statement cannot be put to the test on this network. */
    AnalysisResult notApplicable(Map<String, Double> figures, String reason) {
        return new AnalysisResult(this, Outcome.DOES_NOT_APPLY, figures, reason);
    }
}
