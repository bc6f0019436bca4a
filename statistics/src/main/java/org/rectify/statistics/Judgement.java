package org.rectify.statistics;

import java.util.List;

/**
 * What became of a claim.
 *
 * @param claim as it was made
 * @param verdict holds if all findings hold, fails if any fails, else undecided
 * @param findings of its elementary claims, in their order
 */
public record Judgement(Claim claim, Verdict verdict, List<Finding> findings) {

    /** Copies the list. */
    public Judgement {
        findings = List.copyOf(findings);
    }
}
