package org.rectify.study.plan;

/**
 * A trial and the place it has in the study; several rows may have one trial.
 *
 * @param cell what it is a result of
 * @param replicate which repetition
 * @param point which point of the grid it tries
 */
public record PlacedTrial(Cell cell, Replicate replicate, GridPoint point, PlannedTrial trial) {}
