package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Input gradient, weight gradient and update, a block of inputs at a time.
 *
 * <p>Each row of weights that some example owes anything is read once, gives its part of the input gradient of those
 * examples, takes their rank-one updates, and is written back. A part of an input gradient is kept as a vector, and summed
 * over the panels first: one horizontal sum for each pair of input and example, in the same order whichever thread does it.
 */
final class BackwardKernel {

    /** Pairs whose parts stay in the first-level cache while the panels pass. */
    private static final int PAIRS = 256;

    private final ReadAhead readAhead;
    private final float[] parts;

    /**
     * @param capacity examples at most
     * @param readAhead tells whether tiles of weights are read ahead
     */
    BackwardKernel(int capacity, ReadAhead readAhead) {
        this.readAhead = readAhead;
        parts = Panels.allocate((PAIRS + capacity) * LANES / WIDTH + 1);
    }

    /**
     * Finds the input gradient of a block by the weights as they are, and updates them.
     *
     * @param delta gradient with respect to the layer's pre-activations, padding zero
     * @param rate what the weights move against their gradient by
     * @param inputGradient written at the pairs of the block alone
     */
    void gradientAndUpdate(
            PackedWeights layer,
            ActiveInputs active,
            PanelMatrix delta,
            float rate,
            PanelMatrix inputGradient,
            int block) {
        int end = blockEnd(active, block);
        for (int row = block * WIDTH; row < end; ) {
            int groupEnd = groupEnd(active, row, end);
            for (int panel = 0; panel < layer.panels(); panel++) {
                readAhead(layer, active, panel, row, groupEnd);
                gradientAndUpdate(layer, active, delta, -rate, row, groupEnd, panel);
            }
            sumParts(active, inputGradient, row, groupEnd);
            row = groupEnd;
        }
    }

    /** Finds the input gradient of a block alone. */
    void gradient(PackedWeights layer, ActiveInputs active, PanelMatrix delta, PanelMatrix inputGradient, int block) {
        int end = blockEnd(active, block);
        for (int row = block * WIDTH; row < end; ) {
            int groupEnd = groupEnd(active, row, end);
            for (int panel = 0; panel < layer.panels(); panel++) {
                readAhead(layer, active, panel, row, groupEnd);
                gradient(layer, active, delta, row, groupEnd, panel);
            }
            sumParts(active, inputGradient, row, groupEnd);
            row = groupEnd;
        }
    }

    /** Updates the weights of a block in a panel alone, as the first layer needs it. */
    void update(PackedWeights layer, ActiveInputs active, PanelMatrix delta, float rate, int block, int panel) {
        int end = blockEnd(active, block);
        readAhead(layer, active, panel, block * WIDTH, end);
        update(layer, active, delta, -rate, block * WIDTH, end, panel);
    }

    private void readAhead(PackedWeights layer, ActiveInputs active, int panel, int first, int end) {
        if (readAhead.isActive()) {
            layer.readThrough(panel, first, end, active.pairCounts());
        }
    }

    private static int blockEnd(ActiveInputs active, int block) {
        return Math.min(active.inputs(), (block + 1) * WIDTH);
    }

    private static int groupEnd(ActiveInputs active, int first, int end) {
        int pairs = 0;
        int row = first;
        while (row < end && pairs < PAIRS) {
            pairs += active.pairCounts()[row];
            row++;
        }
        return row;
    }

    private void sumParts(ActiveInputs active, PanelMatrix inputGradient, int first, int end) {
        int[] examples = active.pairExamples();
        float[] target = inputGradient.values();
        int panel = first / WIDTH;
        int column = first % WIDTH;
        int part = Panels.ORIGIN;
        for (int row = first; row < end; row++, column++) {
            int pair = row * active.capacity();
            int pairEnd = pair + active.pairCounts()[row];
            for (; pair < pairEnd; pair++, part += LANES) {
                target[inputGradient.at(panel, examples[pair]) + column] = sum(parts, part);
            }
        }
    }

    private static float sum(float[] parts, int from) {
        float even = 0;
        float odd = 0;
        for (int lane = from; lane < from + LANES; lane += 2) {
            even += parts[lane];
            odd += parts[lane + 1];
        }
        return even + odd;
    }

    private void gradientAndUpdate(
            PackedWeights layer,
            ActiveInputs active,
            PanelMatrix delta,
            float minusRate,
            int first,
            int end,
            int panel) {
        float[] weights = layer.weights();
        int[] counts = active.pairCounts();
        int[] examples = active.pairExamples();
        float[] values = active.pairValues();
        int capacity = active.capacity();
        float[] deltas = delta.values();
        int deltaStart = delta.at(panel, 0);
        float[] sums = parts;
        int part = Panels.ORIGIN;
        int at = layer.at(panel, first);
        for (int row = first; row < end; row++, at += WIDTH) {
            int pair = row * capacity;
            int pairEnd = pair + counts[row];
            if (pair == pairEnd) {
                continue;
            }
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            FloatVector w4 = FloatVector.fromArray(SPECIES, weights, at + 4 * LANES);
            FloatVector w5 = FloatVector.fromArray(SPECIES, weights, at + 5 * LANES);
            FloatVector w6 = FloatVector.fromArray(SPECIES, weights, at + 6 * LANES);
            FloatVector w7 = FloatVector.fromArray(SPECIES, weights, at + 7 * LANES);
            FloatVector u0 = w0;
            FloatVector u1 = w1;
            FloatVector u2 = w2;
            FloatVector u3 = w3;
            FloatVector u4 = w4;
            FloatVector u5 = w5;
            FloatVector u6 = w6;
            FloatVector u7 = w7;
            for (; pair < pairEnd; pair++, part += LANES) {
                int d = deltaStart + examples[pair] * WIDTH;
                FloatVector step = FloatVector.broadcast(SPECIES, minusRate * values[pair]);
                FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, d);
                FloatVector d1 = FloatVector.fromArray(SPECIES, deltas, d + LANES);
                FloatVector d2 = FloatVector.fromArray(SPECIES, deltas, d + 2 * LANES);
                FloatVector d3 = FloatVector.fromArray(SPECIES, deltas, d + 3 * LANES);
                FloatVector d4 = FloatVector.fromArray(SPECIES, deltas, d + 4 * LANES);
                FloatVector d5 = FloatVector.fromArray(SPECIES, deltas, d + 5 * LANES);
                FloatVector d6 = FloatVector.fromArray(SPECIES, deltas, d + 6 * LANES);
                FloatVector d7 = FloatVector.fromArray(SPECIES, deltas, d + 7 * LANES);
                FloatVector left = d0.mul(w0);
                FloatVector right = d1.mul(w1);
                left = d2.fma(w2, left);
                right = d3.fma(w3, right);
                left = d4.fma(w4, left);
                right = d5.fma(w5, right);
                left = d6.fma(w6, left);
                right = d7.fma(w7, right);
                if (panel > 0) {
                    left = left.add(FloatVector.fromArray(SPECIES, sums, part));
                }
                left.add(right).intoArray(sums, part);
                u0 = d0.fma(step, u0);
                u1 = d1.fma(step, u1);
                u2 = d2.fma(step, u2);
                u3 = d3.fma(step, u3);
                u4 = d4.fma(step, u4);
                u5 = d5.fma(step, u5);
                u6 = d6.fma(step, u6);
                u7 = d7.fma(step, u7);
            }
            u0.intoArray(weights, at);
            u1.intoArray(weights, at + LANES);
            u2.intoArray(weights, at + 2 * LANES);
            u3.intoArray(weights, at + 3 * LANES);
            u4.intoArray(weights, at + 4 * LANES);
            u5.intoArray(weights, at + 5 * LANES);
            u6.intoArray(weights, at + 6 * LANES);
            u7.intoArray(weights, at + 7 * LANES);
        }
    }

    private void gradient(PackedWeights layer, ActiveInputs active, PanelMatrix delta, int first, int end, int panel) {
        float[] weights = layer.weights();
        int[] counts = active.pairCounts();
        int[] examples = active.pairExamples();
        int capacity = active.capacity();
        float[] deltas = delta.values();
        int deltaStart = delta.at(panel, 0);
        float[] sums = parts;
        int part = Panels.ORIGIN;
        int at = layer.at(panel, first);
        for (int row = first; row < end; row++, at += WIDTH) {
            int pair = row * capacity;
            int pairEnd = pair + counts[row];
            if (pair == pairEnd) {
                continue;
            }
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            FloatVector w4 = FloatVector.fromArray(SPECIES, weights, at + 4 * LANES);
            FloatVector w5 = FloatVector.fromArray(SPECIES, weights, at + 5 * LANES);
            FloatVector w6 = FloatVector.fromArray(SPECIES, weights, at + 6 * LANES);
            FloatVector w7 = FloatVector.fromArray(SPECIES, weights, at + 7 * LANES);
            for (; pair < pairEnd; pair++, part += LANES) {
                int d = deltaStart + examples[pair] * WIDTH;
                FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, d);
                FloatVector d1 = FloatVector.fromArray(SPECIES, deltas, d + LANES);
                FloatVector d2 = FloatVector.fromArray(SPECIES, deltas, d + 2 * LANES);
                FloatVector d3 = FloatVector.fromArray(SPECIES, deltas, d + 3 * LANES);
                FloatVector d4 = FloatVector.fromArray(SPECIES, deltas, d + 4 * LANES);
                FloatVector d5 = FloatVector.fromArray(SPECIES, deltas, d + 5 * LANES);
                FloatVector d6 = FloatVector.fromArray(SPECIES, deltas, d + 6 * LANES);
                FloatVector d7 = FloatVector.fromArray(SPECIES, deltas, d + 7 * LANES);
                FloatVector left = d0.mul(w0);
                FloatVector right = d1.mul(w1);
                left = d2.fma(w2, left);
                right = d3.fma(w3, right);
                left = d4.fma(w4, left);
                right = d5.fma(w5, right);
                left = d6.fma(w6, left);
                right = d7.fma(w7, right);
                if (panel > 0) {
                    left = left.add(FloatVector.fromArray(SPECIES, sums, part));
                }
                left.add(right).intoArray(sums, part);
            }
        }
    }

    private static void update(
            PackedWeights layer,
            ActiveInputs active,
            PanelMatrix delta,
            float minusRate,
            int first,
            int end,
            int panel) {
        float[] weights = layer.weights();
        int[] counts = active.pairCounts();
        int[] examples = active.pairExamples();
        float[] values = active.pairValues();
        int capacity = active.capacity();
        float[] deltas = delta.values();
        int deltaStart = delta.at(panel, 0);
        int at = layer.at(panel, first);
        for (int row = first; row < end; row++, at += WIDTH) {
            int pair = row * capacity;
            int pairEnd = pair + counts[row];
            if (pair == pairEnd) {
                continue;
            }
            FloatVector u0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector u1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector u2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector u3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            FloatVector u4 = FloatVector.fromArray(SPECIES, weights, at + 4 * LANES);
            FloatVector u5 = FloatVector.fromArray(SPECIES, weights, at + 5 * LANES);
            FloatVector u6 = FloatVector.fromArray(SPECIES, weights, at + 6 * LANES);
            FloatVector u7 = FloatVector.fromArray(SPECIES, weights, at + 7 * LANES);
            for (; pair < pairEnd; pair++) {
                int d = deltaStart + examples[pair] * WIDTH;
                FloatVector step = FloatVector.broadcast(SPECIES, minusRate * values[pair]);
                u0 = FloatVector.fromArray(SPECIES, deltas, d).fma(step, u0);
                u1 = FloatVector.fromArray(SPECIES, deltas, d + LANES).fma(step, u1);
                u2 = FloatVector.fromArray(SPECIES, deltas, d + 2 * LANES).fma(step, u2);
                u3 = FloatVector.fromArray(SPECIES, deltas, d + 3 * LANES).fma(step, u3);
                u4 = FloatVector.fromArray(SPECIES, deltas, d + 4 * LANES).fma(step, u4);
                u5 = FloatVector.fromArray(SPECIES, deltas, d + 5 * LANES).fma(step, u5);
                u6 = FloatVector.fromArray(SPECIES, deltas, d + 6 * LANES).fma(step, u6);
                u7 = FloatVector.fromArray(SPECIES, deltas, d + 7 * LANES).fma(step, u7);
            }
            u0.intoArray(weights, at);
            u1.intoArray(weights, at + LANES);
            u2.intoArray(weights, at + 2 * LANES);
            u3.intoArray(weights, at + 3 * LANES);
            u4.intoArray(weights, at + 4 * LANES);
            u5.intoArray(weights, at + 5 * LANES);
            u6.intoArray(weights, at + 6 * LANES);
            u7.intoArray(weights, at + 7 * LANES);
        }
    }
}
