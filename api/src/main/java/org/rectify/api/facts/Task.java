package org.rectify.api.facts;

/**
 * What a network is to tell of an example.
 *
 * @since 0.2
 */
public enum Task {
    /** Its class, by a probability for each. */
    CLASSIFICATION,
    /** One or more numbers. */
    REGRESSION
}
