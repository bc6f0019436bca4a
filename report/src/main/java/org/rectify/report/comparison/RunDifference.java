package org.rectify.report.comparison;

/**
 * Something that is not the same for two runs.
 *
 * @param origin {@code configuration} or {@code provenance}
 * @param name the setting's path, or what of the provenance
 * @param first the value of the first run, "-" where it has none
 * @param second the value of the second
 */
public record RunDifference(String origin, String name, String first, String second) {}
