package org.rectify.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The measurements that claims are judged by.
 *
 * @param arms measurements of each arm by its name; those of different arms with the same seed and fold are pairs
 */
public record Results(Map<String, List<Measurement>> arms) {

    /** Copies the map; refuses two measurements of the same seed and fold in an arm. */
    public Results {
        arms = arms.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, arm -> List.copyOf(arm.getValue())));
        arms.forEach((arm, measurements) -> {
            Set<Measurement.Unit> seen = new HashSet<>();
            for (Measurement measurement : measurements) {
                if (!seen.add(measurement.unit())) {
                    throw new IllegalArgumentException(
                            "arm '" + arm + "' has two measurements of seed " + measurement.seed());
                }
            }
        });
    }

    /** The measurements of an arm; none if nothing is known of it. */
    public List<Measurement> of(String arm) {
        return arms.getOrDefault(arm, List.of());
    }
}
