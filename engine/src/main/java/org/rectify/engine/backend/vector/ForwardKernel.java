package org.rectify.engine.backend.vector;

import static org.rectify.engine.backend.vector.PackedWeights.LANES;
import static org.rectify.engine.backend.vector.PackedWeights.PANEL;
import static org.rectify.engine.backend.vector.PackedWeights.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Pre-activations {@code z = h W + b} over the inputs that are not zero.
 *
 * <p>For each panel, for each block of inputs (16 KB of weights, read once into the first-level cache), every example adds
 * up the rows of its active inputs in four registers. Dense inputs take the same way: their lists are full.
 */
final class ForwardKernel {

    private ForwardKernel() {}

    /**
     * Computes the pre-activations of a minibatch.
     *
     * @param z examples x {@code weights.stride()}; overwritten, padding included
     */
    static void run(PackedWeights layer, ActiveInputs active, float[] z) {
        int stride = layer.stride();
        for (int example = 0; example < active.examples(); example++) {
            System.arraycopy(layer.biases(), 0, z, example * stride, stride);
        }
        for (int panel = 0; panel < layer.panels(); panel++) {
            int base = panel * layer.inputs() * PANEL;
            for (int block = 0; block < active.blocks(); block++) {
                for (int example = 0; example < active.examples(); example++) {
                    addRows(
                            layer.weights(),
                            base,
                            active.columns(),
                            active.values(),
                            active.start(example, block),
                            active.start(example, block + 1),
                            z,
                            example * stride + panel * PANEL);
                }
            }
        }
    }

    private static void addRows(
            float[] weights, int base, int[] columns, float[] values, int from, int to, float[] z, int at) {
        FloatVector z0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector z1 = FloatVector.fromArray(SPECIES, z, at + LANES);
        FloatVector z2 = FloatVector.fromArray(SPECIES, z, at + 2 * LANES);
        FloatVector z3 = FloatVector.fromArray(SPECIES, z, at + 3 * LANES);
        for (int entry = from; entry < to; entry++) {
            int row = base + columns[entry] * PANEL;
            FloatVector value = FloatVector.broadcast(SPECIES, values[entry]);
            z0 = FloatVector.fromArray(SPECIES, weights, row).fma(value, z0);
            z1 = FloatVector.fromArray(SPECIES, weights, row + LANES).fma(value, z1);
            z2 = FloatVector.fromArray(SPECIES, weights, row + 2 * LANES).fma(value, z2);
            z3 = FloatVector.fromArray(SPECIES, weights, row + 3 * LANES).fma(value, z3);
        }
        z0.intoArray(z, at);
        z1.intoArray(z, at + LANES);
        z2.intoArray(z, at + 2 * LANES);
        z3.intoArray(z, at + 3 * LANES);
    }
}
