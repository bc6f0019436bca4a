package org.rectify.engine.config;

/** Who selects a point of a study's grid (item 19). */
public enum SelectionRule {
    /** Every repetition for itself. */
    PER_SEED,
    /** The first repetition for all; the others train with its choice only. */
    FIRST_SEED
}
