package org.rectify.kernels;

import java.util.Arrays;
import org.rectify.api.facts.Task;
import org.rectify.kernels.network.NetworkDefinition;

/** What the steps of learning saw since the last {@link #reset()} (item 90). Layers count from 0. */
public final class LearningStatistics {

    private static final int STEPS_BETWEEN_GRADIENT_NORMS = 100;

    private final int[] outputs;
    private final long[] zeros;
    private final double[] absoluteSums;
    private final double[] gradientNormSums;
    private final boolean[][] everActive;
    private long steps;
    private long examples;
    private long errors;
    private double costSum;
    private final double[] penaltySums;
    private final boolean classifies;

    /** Statistics of the hidden layers of a network. */
    public LearningStatistics(NetworkDefinition network) {
        int layers = network.hidden().size();
        outputs = new int[layers];
        Arrays.setAll(outputs, layer -> network.hidden().get(layer).outputs());
        zeros = new long[layers];
        absoluteSums = new double[layers];
        gradientNormSums = new double[layers];
        everActive = new boolean[layers][];
        penaltySums = new double[network.regularization().penalties().size()];
        classifies = network.output().task() == Task.CLASSIFICATION;
        Arrays.setAll(everActive, layer -> new boolean[outputs[layer]]);
    }

    /** Forgets everything. */
    public void reset() {
        steps = 0;
        examples = 0;
        errors = 0;
        costSum = 0;
        Arrays.fill(penaltySums, 0);
        Arrays.fill(zeros, 0);
        Arrays.fill(absoluteSums, 0);
        Arrays.fill(gradientNormSums, 0);
        for (boolean[] active : everActive) {
            Arrays.fill(active, false);
        }
    }

    /** Whether the step that comes is one whose gradient norms are taken: the first, and one in a hundred. */
    public boolean wantsGradientNorms() {
        return steps % STEPS_BETWEEN_GRADIENT_NORMS == 0;
    }

    /**
     * A step is done.
     *
     * @param count its examples
     * @param wrong how many of them were classified wrongly
     * @param costs of the output layer, summed over its examples
     */
    public void step(int count, int wrong, double costs) {
        steps++;
        examples += count;
        errors += wrong;
        costSum += costs;
    }

    /**
     * What a penalty costs in a step.
     *
     * @param penalty its place among those of the network
     * @param cost in the unit of the cost of one example
     * @param count examples of the step
     */
    public void penalty(int penalty, double cost, int count) {
        penaltySums[penalty] += cost * count;
    }

    /**
     * The outputs of a hidden layer in a step.
     *
     * @param a outputs before the sign mask, row after row
     * @param count examples
     */
    public void observe(int layer, float[] a, int count) {
        int width = outputs[layer];
        boolean[] active = everActive[layer];
        long zero = 0;
        double sum = 0;
        for (int example = 0; example < count; example++) {
            for (int unit = 0; unit < width; unit++) {
                float value = a[example * width + unit];
                if (value == 0) {
                    zero++;
                } else {
                    active[unit] = true;
                    sum += Math.abs(value);
                }
            }
        }
        zeros[layer] += zero;
        absoluteSums[layer] += sum;
    }

    /**
     * The outputs of a hidden layer in a step, in sum.
     *
     * @param activeUnits whether each output was not zero for some example
     * @param nonzeros how many outputs were not zero
     * @param absoluteSum the sum of their magnitudes
     * @param count examples
     */
    public void observe(int layer, boolean[] activeUnits, long nonzeros, double absoluteSum, int count) {
        boolean[] active = everActive[layer];
        for (int unit = 0; unit < active.length; unit++) {
            active[unit] |= activeUnits[unit];
        }
        zeros[layer] += (long) count * outputs[layer] - nonzeros;
        absoluteSums[layer] += absoluteSum;
    }

    /** The Euclidean norm of the gradient of a hidden layer's weights, in a step that wants it. */
    public void gradientNorm(int layer, double norm) {
        gradientNormSums[layer] += norm;
    }

    /** Examples learned from. */
    public long examples() {
        return examples;
    }

    /** Fraction of them classified wrongly; NaN where no classes are told. */
    public double errorRate() {
        return classifies ? (double) errors / examples : Double.NaN;
    }

    /** Their mean cost, penalties included. */
    public double meanCost() {
        return (costSum + Arrays.stream(penaltySums).sum()) / examples;
    }

    /** Their mean cost at the output layer, without penalties. */
    public double meanOutputCost() {
        return costSum / examples;
    }

    /** What a penalty cost on average. */
    public double meanPenalty(int penalty) {
        return penaltySums[penalty] / examples;
    }

    /** Fraction of the outputs of a hidden layer that were exactly zero. */
    public double sparsity(int layer) {
        return (double) zeros[layer] / ((double) examples * outputs[layer]);
    }

    /** Mean absolute value of the outputs of a hidden layer. */
    public double meanAbsolute(int layer) {
        return absoluteSums[layer] / ((double) examples * outputs[layer]);
    }

    /** Mean norm of the gradient of a hidden layer's weights, over the steps in which it was taken. */
    public double meanGradientNorm(int layer) {
        long taken = (steps + STEPS_BETWEEN_GRADIENT_NORMS - 1) / STEPS_BETWEEN_GRADIENT_NORMS;
        return gradientNormSums[layer] / taken;
    }

    /** How many outputs of a hidden layer were zero for every example. */
    public int deadUnits(int layer) {
        int dead = 0;
        for (boolean active : everActive[layer]) {
            if (!active) {
                dead++;
            }
        }
        return dead;
    }
}
