package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Layers of which a minibatch needs few rows of weights, stored by row.
 *
 * <p>What takes time is fetching them from memory. A row, or a chunk of some panels of it, is therefore worked off in one go
 * for all examples that need it, and their pre-activations or gradients stay in the caches while the rows pass. Sums are
 * added up in the order of rows, whichever thread does it.
 */
final class RowKernel {

    /** Panels that are worked on together. */
    private static final int CHUNK = 4;

    private final float[] sums = new float[LANES];

    /** How many chunks so many panels have. */
    static int chunks(int panels) {
        return (panels + CHUNK - 1) / CHUNK;
    }

    /** The first panel of a chunk; of the one after the last, where panels end. */
    static int firstPanel(int chunk, int panels) {
        return Math.min(panels, chunk * CHUNK);
    }

    /**
     * Multiplies the rows of a block by the codes of the examples that list them.
     *
     * @param z written at the listed pairs alone
     */
    void multiply(PackedWeights layer, ActiveInputs listed, PanelMatrix code, PanelMatrix z, int block) {
        int end = Math.min(layer.inputs(), (block + 1) * WIDTH);
        for (int row = block * WIDTH; row < end; row++) {
            int pair = row * listed.capacity();
            int pairEnd = pair + listed.pairCounts()[row];
            for (; pair < pairEnd; pair++) {
                int example = listed.pairExamples()[pair];
                multiply(layer.weights(), layer.at(0, row), layer.panels(), code, example);
                z.values()[z.at(block, example) + row - block * WIDTH] = sum();
            }
        }
    }

    private void multiply(float[] weights, int row, int panels, PanelMatrix code, int example) {
        float[] codes = code.values();
        int h = code.at(0, example);
        int step = code.at(1, 0) - code.at(0, 0);
        int end = row + panels * WIDTH;
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int w = row; w < end; w += WIDTH, h += step) {
            s0 = load(weights, w, 0).fma(load(codes, h, 0), s0);
            s1 = load(weights, w, 1).fma(load(codes, h, 1), s1);
            s2 = load(weights, w, 2).fma(load(codes, h, 2), s2);
            s3 = load(weights, w, 3).fma(load(codes, h, 3), s3);
            s4 = load(weights, w, 4).fma(load(codes, h, 4), s4);
            s5 = load(weights, w, 5).fma(load(codes, h, 5), s5);
            s6 = load(weights, w, 6).fma(load(codes, h, 6), s6);
            s7 = load(weights, w, 7).fma(load(codes, h, 7), s7);
        }
        FloatVector left = s0.add(s1).add(s2.add(s3));
        FloatVector right = s4.add(s5).add(s6.add(s7));
        left.add(right).intoArray(sums, 0);
    }

    private float sum() {
        float even = 0;
        float odd = 0;
        for (int lane = 0; lane < LANES; lane += 2) {
            even += sums[lane];
            odd += sums[lane + 1];
        }
        return even + odd;
    }

    /** Adds the products of the listed inputs to a chunk of panels. */
    static void add(PackedWeights layer, ActiveInputs listed, PanelMatrix z, int chunk) {
        int end = firstPanel(chunk + 1, layer.panels());
        for (int row = 0; row < layer.inputs(); row++) {
            for (int panel = firstPanel(chunk, layer.panels()); listed.pairCounts()[row] > 0 && panel < end; panel++) {
                add(layer, listed, z, row, panel);
            }
        }
    }

    /** Updates a chunk of panels. */
    static void update(PackedWeights layer, ActiveInputs listed, PanelMatrix delta, float rate, int chunk) {
        int end = firstPanel(chunk + 1, layer.panels());
        for (int row = 0; row < layer.inputs(); row++) {
            for (int panel = firstPanel(chunk, layer.panels()); listed.pairCounts()[row] > 0 && panel < end; panel++) {
                update(layer, listed, delta, -rate, row, panel);
            }
        }
    }

    /**
     * Both at once, by the weights as they are before the update.
     *
     * @param z the products are added to it
     */
    static void addAndUpdate(
            PackedWeights layer, ActiveInputs listed, PanelMatrix z, PanelMatrix delta, float rate, int chunk) {
        int end = firstPanel(chunk + 1, layer.panels());
        for (int row = 0; row < layer.inputs(); row++) {
            for (int panel = firstPanel(chunk, layer.panels()); listed.pairCounts()[row] > 0 && panel < end; panel++) {
                add(layer, listed, z, row, panel);
                update(layer, listed, delta, -rate, row, panel);
            }
        }
    }

    private static void add(PackedWeights layer, ActiveInputs listed, PanelMatrix target, int input, int panel) {
        float[] weights = layer.weights();
        int[] examples = listed.pairExamples();
        float[] values = listed.pairValues();
        float[] z = target.values();
        int start = target.at(panel, 0);
        int at = layer.at(panel, input);
        int pair = input * listed.capacity();
        int pairEnd = pair + listed.pairCounts()[input];
        FloatVector w0 = load(weights, at, 0);
        FloatVector w1 = load(weights, at, 1);
        FloatVector w2 = load(weights, at, 2);
        FloatVector w3 = load(weights, at, 3);
        FloatVector w4 = load(weights, at, 4);
        FloatVector w5 = load(weights, at, 5);
        FloatVector w6 = load(weights, at, 6);
        FloatVector w7 = load(weights, at, 7);
        for (; pair < pairEnd; pair++) {
            int row = start + examples[pair] * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, values[pair]);
            w0.fma(value, load(z, row, 0)).intoArray(z, row);
            w1.fma(value, load(z, row, 1)).intoArray(z, row + LANES);
            w2.fma(value, load(z, row, 2)).intoArray(z, row + 2 * LANES);
            w3.fma(value, load(z, row, 3)).intoArray(z, row + 3 * LANES);
            w4.fma(value, load(z, row, 4)).intoArray(z, row + 4 * LANES);
            w5.fma(value, load(z, row, 5)).intoArray(z, row + 5 * LANES);
            w6.fma(value, load(z, row, 6)).intoArray(z, row + 6 * LANES);
            w7.fma(value, load(z, row, 7)).intoArray(z, row + 7 * LANES);
        }
    }

    private static void update(
            PackedWeights layer, ActiveInputs listed, PanelMatrix delta, float minusRate, int input, int panel) {
        float[] weights = layer.weights();
        int[] examples = listed.pairExamples();
        float[] values = listed.pairValues();
        float[] deltas = delta.values();
        int start = delta.at(panel, 0);
        int at = layer.at(panel, input);
        int pair = input * listed.capacity();
        int pairEnd = pair + listed.pairCounts()[input];
        FloatVector u0 = load(weights, at, 0);
        FloatVector u1 = load(weights, at, 1);
        FloatVector u2 = load(weights, at, 2);
        FloatVector u3 = load(weights, at, 3);
        FloatVector u4 = load(weights, at, 4);
        FloatVector u5 = load(weights, at, 5);
        FloatVector u6 = load(weights, at, 6);
        FloatVector u7 = load(weights, at, 7);
        for (; pair < pairEnd; pair++) {
            int row = start + examples[pair] * WIDTH;
            FloatVector step = FloatVector.broadcast(SPECIES, minusRate * values[pair]);
            u0 = load(deltas, row, 0).fma(step, u0);
            u1 = load(deltas, row, 1).fma(step, u1);
            u2 = load(deltas, row, 2).fma(step, u2);
            u3 = load(deltas, row, 3).fma(step, u3);
            u4 = load(deltas, row, 4).fma(step, u4);
            u5 = load(deltas, row, 5).fma(step, u5);
            u6 = load(deltas, row, 6).fma(step, u6);
            u7 = load(deltas, row, 7).fma(step, u7);
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

    private static FloatVector load(float[] array, int at, int vector) {
        return FloatVector.fromArray(SPECIES, array, at + vector * LANES);
    }
}
