package org.rectify.study.plan;

/**
 * One repetition of a cell.
 *
 * @param seed the master seed
 * @param fold from 1; 0 where there are no folds
 */
public record Replicate(long seed, int fold) {}
