package org.rectify.engine.config;

/**
 * One option, as it is described to users.
 *
 * @param key in experiment files; options of a section within have the section's key and a dot before theirs
 * @param type what it accepts, in a few words
 * @param defaultText the default as it would stand in an experiment file; empty where there is none
 * @param required whether it must be given
 * @param range of numbers, as an interval; empty: every number
 * @param text what it does
 * @param source where the paper defines it; may be empty
 */
public record OptionDescription(
        String key, String type, String defaultText, boolean required, String range, String text, String source) {}
