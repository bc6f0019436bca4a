package org.rectify.engine.config;

import java.util.Map;

/**
 * Values drawn at random, one for each option drawn (Figure 3, left).
 *
 * @param number from 1
 * @param values by path, as they would be written
 * @param changes what they lay over the experiment
 */
public record Draw(int number, Map<String, String> values, Changes changes) {}
