package org.rectify.api.component;

import java.util.Objects;

/**
 * Why a component cannot work in an experiment; the engine adds file, line and path.
 *
 * @param option the key it is about, kebab-case, {@code "noise"} or {@code "noise[1]"}; empty: the component as a whole
 * @param fault what is wrong, with the offending values
 * @param accepted what would be accepted; may be empty
 * @since 0.2
 */
public record Objection(String option, String fault, String accepted) {

    /** Refuses an objection that does not say what is wrong. */
    public Objection {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(accepted, "accepted");
        if (fault.isBlank()) {
            throw new IllegalArgumentException("an objection says what is wrong");
        }
    }

    /** An objection to the component as a whole. */
    public static Objection of(String fault, String accepted) {
        return new Objection("", fault, accepted);
    }
}
