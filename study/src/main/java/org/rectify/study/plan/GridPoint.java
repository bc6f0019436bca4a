package org.rectify.study.plan;

import java.util.Map;
import org.rectify.engine.config.Changes;

/**
 * One value of each hyper-parameter of the grid.
 *
 * @param number from 0, in the order of the grid
 * @param values as they are written, by path, in the order of the grid
 * @param changes what they lay over the experiment
 */
public record GridPoint(int number, Map<String, String> values, Changes changes) {}
