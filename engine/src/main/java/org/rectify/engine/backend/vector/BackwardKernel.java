package org.rectify.engine.backend.vector;

import static org.rectify.engine.backend.vector.PackedWeights.LANES;
import static org.rectify.engine.backend.vector.PackedWeights.PANEL;
import static org.rectify.engine.backend.vector.PackedWeights.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Input gradient, weight gradient and update in one pass over the weights.
 *
 * <p>Inputs are taken in blocks; for each panel, each row of a block that some example owes anything is read once, gives its
 * part of the input gradient of those examples, takes their rank-one updates, and is written back. The parts of an input
 * gradient are kept as vectors and summed over panels first: one horizontal sum for each pair of input and example. Sums
 * do not depend on how blocks are shared out.
 */
final class BackwardKernel {

    /** Inputs of a block. */
    private static final int BLOCK = ActiveInputs.BLOCK;

    private final float[] partials;

    /**
     * @param capacity examples at most
     */
    BackwardKernel(int capacity) {
        partials = new float[Math.multiplyExact(Math.multiplyExact(BLOCK, capacity), LANES)];
    }

    /**
     * Updates the weights and finds the input gradient by the weights as they were.
     *
     * @param delta gradient of the mean cost with respect to pre-activations, examples x stride, padding zero
     * @param rate what the weights move against their gradient by
     * @param inputGradient examples x {@code gradientStride}; written at the pairs of {@code rows} alone
     */
    void updateWithInputGradient(
            PackedWeights layer,
            ActiveRows rows,
            float[] delta,
            float rate,
            float[] inputGradient,
            int gradientStride) {
        int[] starts = rows.starts();
        for (int first = 0; first < rows.inputs(); first += BLOCK) {
            int end = Math.min(rows.inputs(), first + BLOCK);
            int firstPair = starts[first];
            int pairs = starts[end] - firstPair;
            Arrays.fill(partials, 0, pairs * LANES, 0);
            for (int panel = 0; panel < layer.panels(); panel++) {
                blockWithGradient(layer, rows, first, end, panel, delta, -rate);
            }
            for (int row = first; row < end; row++) {
                for (int pair = starts[row]; pair < starts[row + 1]; pair++) {
                    inputGradient[rows.examples()[pair] * gradientStride + row] = sum((pair - firstPair) * LANES);
                }
            }
        }
    }

    private float sum(int from) {
        float even = 0;
        float odd = 0;
        for (int lane = from; lane < from + LANES; lane += 2) {
            even += partials[lane];
            odd += partials[lane + 1];
        }
        return even + odd;
    }

    private void blockWithGradient(
            PackedWeights layer, ActiveRows rows, int first, int end, int panel, float[] delta, float minusRate) {
        float[] weights = layer.weights();
        int[] starts = rows.starts();
        int[] examples = rows.examples();
        float[] values = rows.values();
        int stride = layer.stride();
        int panelStart = panel * PANEL;
        int base = panel * layer.inputs() * PANEL;
        int pair = starts[first];
        int firstPair = pair;
        for (int row = first; row < end; row++) {
            int rowEnd = starts[row + 1];
            if (pair == rowEnd) {
                continue;
            }
            int at = base + row * PANEL;
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            FloatVector u0 = w0;
            FloatVector u1 = w1;
            FloatVector u2 = w2;
            FloatVector u3 = w3;
            for (; pair < rowEnd; pair++) {
                int d = examples[pair] * stride + panelStart;
                FloatVector step = FloatVector.broadcast(SPECIES, minusRate * values[pair]);
                FloatVector d0 = FloatVector.fromArray(SPECIES, delta, d);
                FloatVector d1 = FloatVector.fromArray(SPECIES, delta, d + LANES);
                FloatVector d2 = FloatVector.fromArray(SPECIES, delta, d + 2 * LANES);
                FloatVector d3 = FloatVector.fromArray(SPECIES, delta, d + 3 * LANES);
                int partial = (pair - firstPair) * LANES;
                FloatVector left = d0.fma(w0, FloatVector.fromArray(SPECIES, partials, partial));
                FloatVector right = d1.mul(w1);
                left = d2.fma(w2, left);
                right = d3.fma(w3, right);
                left.add(right).intoArray(partials, partial);
                u0 = d0.fma(step, u0);
                u1 = d1.fma(step, u1);
                u2 = d2.fma(step, u2);
                u3 = d3.fma(step, u3);
            }
            u0.intoArray(weights, at);
            u1.intoArray(weights, at + LANES);
            u2.intoArray(weights, at + 2 * LANES);
            u3.intoArray(weights, at + 3 * LANES);
        }
    }

    /** Updates the weights alone, as the first layer needs it. */
    void update(PackedWeights layer, ActiveRows rows, float[] delta, float rate) {
        for (int first = 0; first < rows.inputs(); first += BLOCK) {
            int end = Math.min(rows.inputs(), first + BLOCK);
            for (int panel = 0; panel < layer.panels(); panel++) {
                block(layer, rows, first, end, panel, delta, -rate);
            }
        }
    }

    private static void block(
            PackedWeights layer, ActiveRows rows, int first, int end, int panel, float[] delta, float minusRate) {
        float[] weights = layer.weights();
        int[] starts = rows.starts();
        int[] examples = rows.examples();
        float[] values = rows.values();
        int stride = layer.stride();
        int panelStart = panel * PANEL;
        int base = panel * layer.inputs() * PANEL;
        int pair = starts[first];
        for (int row = first; row < end; row++) {
            int rowEnd = starts[row + 1];
            if (pair == rowEnd) {
                continue;
            }
            int at = base + row * PANEL;
            FloatVector u0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector u1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector u2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector u3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            for (; pair < rowEnd; pair++) {
                int d = examples[pair] * stride + panelStart;
                FloatVector step = FloatVector.broadcast(SPECIES, minusRate * values[pair]);
                u0 = FloatVector.fromArray(SPECIES, delta, d).fma(step, u0);
                u1 = FloatVector.fromArray(SPECIES, delta, d + LANES).fma(step, u1);
                u2 = FloatVector.fromArray(SPECIES, delta, d + 2 * LANES).fma(step, u2);
                u3 = FloatVector.fromArray(SPECIES, delta, d + 3 * LANES).fma(step, u3);
            }
            u0.intoArray(weights, at);
            u1.intoArray(weights, at + LANES);
            u2.intoArray(weights, at + 2 * LANES);
            u3.intoArray(weights, at + 3 * LANES);
        }
    }
}
