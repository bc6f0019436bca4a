package org.rectify.engine.evaluation;

/**
 * What a network made of one test example (item 89).
 *
 * @param example its place in the test split, from 0
 * @param label its class
 * @param predicted the class of highest probability
 * @param logProbability the natural logarithm of the probability given to its class
 */
public record Prediction(int example, int label, int predicted, double logProbability) {}
