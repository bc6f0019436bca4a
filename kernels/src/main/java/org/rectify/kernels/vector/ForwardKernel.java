package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Pre-activations {@code z = h W + b}, a panel of units at a time.
 *
 * <p>A panel is walked in blocks of inputs, each read once into the caches while all examples pass over it. Where enough
 * inputs are zero, every example adds up the rows of its active inputs in eight registers. Where few are, five examples
 * share each row they read, half a panel at a time, in twenty registers.
 */
final class ForwardKernel {

    /**
     * The fraction of active inputs from which on the dense kernel is faster. A constant, so that a result does not depend
     * on what a machine was busy with when it was measured.
     */
    static final double DENSE_FROM = 0.6;

    /**
     * Active inputs of an example in a block from which on it pays to take the block in parts: the second-level cache gives
     * fewer weights, but each example's pre-activations are read and written once more for each part.
     */
    private static final int MANY = WIDTH / 3;

    /** Inputs whose weights, in half a panel, leave half of the first-level cache to the rest. */
    private static final int DENSE_PART = WIDTH / 4;

    private static final int[] ALL_ROWS = {};
    private static final int SHARING = 5;
    private static final int HALF = WIDTH / 2;

    private ForwardKernel() {}

    /** Adds the products of the listed inputs to a panel that holds the biases. */
    static void sparse(
            PackedWeights layer, ActiveInputs active, PanelMatrix z, int panel, int examples, boolean readAhead) {
        for (int block = 0; block < active.blocks(); block++) {
            if (readAhead) {
                layer.readThrough(
                        panel, block * WIDTH, Math.min(active.inputs(), (block + 1) * WIDTH), active.pairCounts());
            }
            if (active.entries(block) >= (long) MANY * examples) {
                for (int part = 0; part < ActiveInputs.PARTS; part++) {
                    addParts(layer, active, z, panel, examples, block, part, part);
                }
            } else {
                addParts(layer, active, z, panel, examples, block, 0, ActiveInputs.PARTS - 1);
            }
        }
    }

    private static void addParts(
            PackedWeights layer,
            ActiveInputs active,
            PanelMatrix z,
            int panel,
            int examples,
            int block,
            int firstPart,
            int lastPart) {
        for (int example = 0; example < examples; example++) {
            addRows(
                    layer.weights(),
                    layer.at(panel, 0),
                    active.columns(),
                    active.values(),
                    active.start(block, example, firstPart),
                    active.end(block, example, lastPart),
                    z.values(),
                    z.at(panel, example));
        }
    }

    /** Adds the products of all inputs to a panel that holds the biases. */
    static void dense(PackedWeights layer, PanelMatrix x, PanelMatrix z, int panel, int examples, boolean readAhead) {
        for (int block = 0; block < x.panels(); block++) {
            int rows = x.width(block);
            if (readAhead) {
                layer.readThrough(panel, block * WIDTH, block * WIDTH + rows, ALL_ROWS);
            }
            for (int part = 0; part < rows; part += DENSE_PART) {
                addPart(layer, x, z, panel, examples, block, part, Math.min(DENSE_PART, rows - part));
            }
        }
    }

    private static void addPart(
            PackedWeights layer, PanelMatrix x, PanelMatrix z, int panel, int examples, int block, int part, int rows) {
        int weights = layer.at(panel, block * WIDTH + part);
        int example = 0;
        for (; example + SHARING <= examples; example += SHARING) {
            for (int half = 0; half < WIDTH; half += HALF) {
                addRowsToFive(
                        layer.weights(),
                        weights + half,
                        rows,
                        x.values(),
                        x.at(block, example) + part,
                        z.values(),
                        z.at(panel, example) + half);
            }
        }
        for (; example < examples; example++) {
            addRowsToOne(
                    layer.weights(),
                    weights,
                    rows,
                    x.values(),
                    x.at(block, example) + part,
                    z.values(),
                    z.at(panel, example));
        }
    }

    private static void addRows(
            float[] weights, int base, int[] columns, float[] values, int from, int to, float[] z, int at) {
        FloatVector z0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector z1 = FloatVector.fromArray(SPECIES, z, at + LANES);
        FloatVector z2 = FloatVector.fromArray(SPECIES, z, at + 2 * LANES);
        FloatVector z3 = FloatVector.fromArray(SPECIES, z, at + 3 * LANES);
        FloatVector z4 = FloatVector.fromArray(SPECIES, z, at + 4 * LANES);
        FloatVector z5 = FloatVector.fromArray(SPECIES, z, at + 5 * LANES);
        FloatVector z6 = FloatVector.fromArray(SPECIES, z, at + 6 * LANES);
        FloatVector z7 = FloatVector.fromArray(SPECIES, z, at + 7 * LANES);
        for (int entry = from; entry < to; entry++) {
            int row = base + columns[entry] * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, values[entry]);
            z0 = FloatVector.fromArray(SPECIES, weights, row).fma(value, z0);
            z1 = FloatVector.fromArray(SPECIES, weights, row + LANES).fma(value, z1);
            z2 = FloatVector.fromArray(SPECIES, weights, row + 2 * LANES).fma(value, z2);
            z3 = FloatVector.fromArray(SPECIES, weights, row + 3 * LANES).fma(value, z3);
            z4 = FloatVector.fromArray(SPECIES, weights, row + 4 * LANES).fma(value, z4);
            z5 = FloatVector.fromArray(SPECIES, weights, row + 5 * LANES).fma(value, z5);
            z6 = FloatVector.fromArray(SPECIES, weights, row + 6 * LANES).fma(value, z6);
            z7 = FloatVector.fromArray(SPECIES, weights, row + 7 * LANES).fma(value, z7);
        }
        z0.intoArray(z, at);
        z1.intoArray(z, at + LANES);
        z2.intoArray(z, at + 2 * LANES);
        z3.intoArray(z, at + 3 * LANES);
        z4.intoArray(z, at + 4 * LANES);
        z5.intoArray(z, at + 5 * LANES);
        z6.intoArray(z, at + 6 * LANES);
        z7.intoArray(z, at + 7 * LANES);
    }

    private static void addRowsToOne(float[] weights, int base, int rows, float[] x, int from, float[] z, int at) {
        FloatVector z0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector z1 = FloatVector.fromArray(SPECIES, z, at + LANES);
        FloatVector z2 = FloatVector.fromArray(SPECIES, z, at + 2 * LANES);
        FloatVector z3 = FloatVector.fromArray(SPECIES, z, at + 3 * LANES);
        FloatVector z4 = FloatVector.fromArray(SPECIES, z, at + 4 * LANES);
        FloatVector z5 = FloatVector.fromArray(SPECIES, z, at + 5 * LANES);
        FloatVector z6 = FloatVector.fromArray(SPECIES, z, at + 6 * LANES);
        FloatVector z7 = FloatVector.fromArray(SPECIES, z, at + 7 * LANES);
        for (int i = 0; i < rows; i++) {
            int row = base + i * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, x[from + i]);
            z0 = FloatVector.fromArray(SPECIES, weights, row).fma(value, z0);
            z1 = FloatVector.fromArray(SPECIES, weights, row + LANES).fma(value, z1);
            z2 = FloatVector.fromArray(SPECIES, weights, row + 2 * LANES).fma(value, z2);
            z3 = FloatVector.fromArray(SPECIES, weights, row + 3 * LANES).fma(value, z3);
            z4 = FloatVector.fromArray(SPECIES, weights, row + 4 * LANES).fma(value, z4);
            z5 = FloatVector.fromArray(SPECIES, weights, row + 5 * LANES).fma(value, z5);
            z6 = FloatVector.fromArray(SPECIES, weights, row + 6 * LANES).fma(value, z6);
            z7 = FloatVector.fromArray(SPECIES, weights, row + 7 * LANES).fma(value, z7);
        }
        z0.intoArray(z, at);
        z1.intoArray(z, at + LANES);
        z2.intoArray(z, at + 2 * LANES);
        z3.intoArray(z, at + 3 * LANES);
        z4.intoArray(z, at + 4 * LANES);
        z5.intoArray(z, at + 5 * LANES);
        z6.intoArray(z, at + 6 * LANES);
        z7.intoArray(z, at + 7 * LANES);
    }

    private static void addRowsToFive(float[] weights, int base, int rows, float[] x, int from, float[] z, int at) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector a1 = FloatVector.fromArray(SPECIES, z, at + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, z, at + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, z, at + 3 * LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, z, at + WIDTH);
        FloatVector b1 = FloatVector.fromArray(SPECIES, z, at + WIDTH + LANES);
        FloatVector b2 = FloatVector.fromArray(SPECIES, z, at + WIDTH + 2 * LANES);
        FloatVector b3 = FloatVector.fromArray(SPECIES, z, at + WIDTH + 3 * LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, z, at + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(SPECIES, z, at + 2 * WIDTH + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, z, at + 2 * WIDTH + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, z, at + 2 * WIDTH + 3 * LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, z, at + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(SPECIES, z, at + 3 * WIDTH + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, z, at + 3 * WIDTH + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, z, at + 3 * WIDTH + 3 * LANES);
        FloatVector e0 = FloatVector.fromArray(SPECIES, z, at + 4 * WIDTH);
        FloatVector e1 = FloatVector.fromArray(SPECIES, z, at + 4 * WIDTH + LANES);
        FloatVector e2 = FloatVector.fromArray(SPECIES, z, at + 4 * WIDTH + 2 * LANES);
        FloatVector e3 = FloatVector.fromArray(SPECIES, z, at + 4 * WIDTH + 3 * LANES);
        for (int i = 0; i < rows; i++) {
            int row = base + i * WIDTH;
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, row);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, row + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, row + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, row + 3 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[from + i]);
            a0 = w0.fma(x0, a0);
            a1 = w1.fma(x0, a1);
            a2 = w2.fma(x0, a2);
            a3 = w3.fma(x0, a3);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[from + WIDTH + i]);
            b0 = w0.fma(x1, b0);
            b1 = w1.fma(x1, b1);
            b2 = w2.fma(x1, b2);
            b3 = w3.fma(x1, b3);
            FloatVector x2 = FloatVector.broadcast(SPECIES, x[from + 2 * WIDTH + i]);
            c0 = w0.fma(x2, c0);
            c1 = w1.fma(x2, c1);
            c2 = w2.fma(x2, c2);
            c3 = w3.fma(x2, c3);
            FloatVector x3 = FloatVector.broadcast(SPECIES, x[from + 3 * WIDTH + i]);
            d0 = w0.fma(x3, d0);
            d1 = w1.fma(x3, d1);
            d2 = w2.fma(x3, d2);
            d3 = w3.fma(x3, d3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, x[from + 4 * WIDTH + i]);
            e0 = w0.fma(x4, e0);
            e1 = w1.fma(x4, e1);
            e2 = w2.fma(x4, e2);
            e3 = w3.fma(x4, e3);
        }
        a0.intoArray(z, at);
        a1.intoArray(z, at + LANES);
        a2.intoArray(z, at + 2 * LANES);
        a3.intoArray(z, at + 3 * LANES);
        b0.intoArray(z, at + WIDTH);
        b1.intoArray(z, at + WIDTH + LANES);
        b2.intoArray(z, at + WIDTH + 2 * LANES);
        b3.intoArray(z, at + WIDTH + 3 * LANES);
        c0.intoArray(z, at + 2 * WIDTH);
        c1.intoArray(z, at + 2 * WIDTH + LANES);
        c2.intoArray(z, at + 2 * WIDTH + 2 * LANES);
        c3.intoArray(z, at + 2 * WIDTH + 3 * LANES);
        d0.intoArray(z, at + 3 * WIDTH);
        d1.intoArray(z, at + 3 * WIDTH + LANES);
        d2.intoArray(z, at + 3 * WIDTH + 2 * LANES);
        d3.intoArray(z, at + 3 * WIDTH + 3 * LANES);
        e0.intoArray(z, at + 4 * WIDTH);
        e1.intoArray(z, at + 4 * WIDTH + LANES);
        e2.intoArray(z, at + 4 * WIDTH + 2 * LANES);
        e3.intoArray(z, at + 4 * WIDTH + 3 * LANES);
    }
}
