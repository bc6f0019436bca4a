package org.rectify.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * What a study varies, repeats and claims.
 *
 * @param settings how trials are repeated, chosen among and run
 * @param axes the names of the axes, in order
 * @param arms at least one, in the order of the table
 * @param draws none unless values are drawn
 * @param claims in the order of the file
 * @param level the budget chosen, where one was
 */
public record StudySpec(
        StudySettings settings,
        List<String> axes,
        List<Arm> arms,
        List<Draw> draws,
        List<ClaimSpec> claims,
        Optional<String> level) {

    /** Copies the lists. */
    public StudySpec {
        axes = List.copyOf(axes);
        arms = List.copyOf(arms);
        draws = List.copyOf(draws);
        claims = List.copyOf(claims);
    }
}
