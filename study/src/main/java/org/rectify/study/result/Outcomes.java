package org.rectify.study.result;

import java.util.Map;
import java.util.Optional;
import org.rectify.study.plan.PlacedTrial;

/**
 * How the trials of a study ended, as far as they did.
 *
 * @param results of those that ran to their end, be it by divergence, by identity
 * @param failures why the others failed, by identity
 */
public record Outcomes(Map<String, TrialResult> results, Map<String, String> failures) {

    /** Copies the maps. */
    public Outcomes {
        results = Map.copyOf(results);
        failures = Map.copyOf(failures);
    }

    /** The result of a row's trial; empty where it failed or has not ended. */
    public Optional<TrialResult> of(PlacedTrial row) {
        return Optional.ofNullable(results.get(row.trial().identity()));
    }

    /** Whether a row's trial has ended in any way. */
    public boolean ended(PlacedTrial row) {
        return of(row).isPresent() || failures.containsKey(row.trial().identity());
    }
}
