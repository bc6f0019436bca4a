package org.rectify.report;

import java.util.List;
import java.util.Locale;

/**
 * A claim as a study's {@code claims.json} tells what became of it.
 *
 * @param study that judged it
 * @param says the claim in words
 * @param item of the specification, or empty
 * @param verdict {@code holds}, {@code fails} or {@code undecided}
 * @param findings on its parts
 */
record ClaimRecord(String study, String says, String item, String verdict, List<Finding> findings) {

    static final String HOLDS = "holds";
    static final String FAILS = "fails";
    static final String UNDECIDED = "undecided";

    /** Copies the list. */
    ClaimRecord {
        findings = List.copyOf(findings);
    }

    /**
     * What became of a part.
     *
     * @param estimate of its quantity; NaN where it could not be tested
     * @param low of its 95 % interval; likewise
     * @param high of it
     * @param adjustedP its p-value, corrected for its family; likewise
     * @param count of what it rests on
     * @param unit of the count
     */
    record Finding(
            String claim,
            String verdict,
            String explanation,
            double estimate,
            double low,
            double high,
            double adjustedP,
            int count,
            String unit) {

        /** The numbers in a phrase; empty where there are none. */
        String numbers() {
            return Double.isFinite(estimate)
                    ? String.format(
                            Locale.ROOT,
                            "estimate %s, 95 %% interval %s to %s, p = %s, %s %s",
                            Numbers.brief(estimate),
                            Numbers.brief(low),
                            Numbers.brief(high),
                            Numbers.brief(adjustedP),
                            Numbers.count(count),
                            unit)
                    : "";
        }
    }
}
