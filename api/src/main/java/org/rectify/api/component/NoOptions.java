package org.rectify.api.component;

/** The options of a component that has none. */
public record NoOptions() {}
