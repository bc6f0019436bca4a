package org.rectify.dataset.nistp.source;

/**
 * One kind of source, apart for each split.
 *
 * @param description which files it was made from, for provenance
 */
public record SplitSources(
        String description, CharacterSource train, CharacterSource validation, CharacterSource test) {}
