package org.rectify.api.component;

/**
 * The options of a component that has none.
 *
 * @since 0.1
 */
public record NoOptions() {}
