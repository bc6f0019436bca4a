package org.rectify.engine.config;

import org.rectify.statistics.Claim;

/**
 * A claim that an experiment file makes about the results of a study (items 75-84).
 *
 * @param name as the file has it
 * @param says the claim in words; its name where the file has none
 * @param item of the specification, or empty
 * @param claim to be judged
 */
public record ClaimSpec(String name, String says, String item, Claim claim) {}
