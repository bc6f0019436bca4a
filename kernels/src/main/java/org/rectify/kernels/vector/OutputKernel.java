package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import jdk.incubator.vector.FloatVector;

/** The passes of an output layer, whose few units are one narrow panel. */
final class OutputKernel {

    private final float[] parts = new float[LANES];

    /**
     * Pre-activations of one example.
     *
     * @param scores overwritten from {@code at} for {@code layer.width()} elements
     */
    static void forward(PackedWeights layer, ActiveInputs active, int example, float[] scores, int at) {
        System.arraycopy(layer.biases(), 0, scores, at, layer.width());
        for (int unit = 0; unit < layer.width(); unit += LANES) {
            for (int block = 0; block < active.blocks(); block++) {
                int slot = active.slot(block, example);
                addRows(
                        layer,
                        unit,
                        active,
                        slot,
                        active.end(block, example, ActiveInputs.PARTS - 1),
                        scores,
                        at + unit);
            }
        }
    }

    private static void addRows(
            PackedWeights layer, int unit, ActiveInputs active, int from, int to, float[] scores, int at) {
        float[] weights = layer.weights();
        int[] columns = active.columns();
        float[] values = active.values();
        int width = layer.width();
        int base = layer.at(0, 0) + unit;
        FloatVector even = FloatVector.fromArray(SPECIES, scores, at);
        FloatVector odd = FloatVector.zero(SPECIES);
        int entry = from;
        for (; entry + 1 < to; entry += 2) {
            even = FloatVector.fromArray(SPECIES, weights, base + columns[entry] * width)
                    .fma(FloatVector.broadcast(SPECIES, values[entry]), even);
            odd = FloatVector.fromArray(SPECIES, weights, base + columns[entry + 1] * width)
                    .fma(FloatVector.broadcast(SPECIES, values[entry + 1]), odd);
        }
        if (entry < to) {
            even = FloatVector.fromArray(SPECIES, weights, base + columns[entry] * width)
                    .fma(FloatVector.broadcast(SPECIES, values[entry]), even);
        }
        even.add(odd).intoArray(scores, at);
    }

    /**
     * Finds the input gradient of a block of inputs by the weights as they are, and updates them.
     *
     * @param delta gradient with respect to the scores, example after example, padding zero
     * @param rate what the weights move against their gradient by; 0 leaves them as they are
     * @param inputGradient written at the pairs of the block alone
     */
    void gradientAndUpdate(
            PackedWeights layer, ActiveInputs active, float[] delta, float rate, PanelMatrix inputGradient, int block) {
        int width = layer.width();
        int end = Math.min(active.inputs(), (block + 1) * WIDTH);
        for (int row = block * WIDTH; row < end; row++) {
            int first = row * active.capacity();
            int last = first + active.pairCounts()[row];
            for (int pair = first; pair < last; pair++) {
                int example = active.pairExamples()[pair];
                inputGradient.values()[inputGradient.at(block, example) + row - block * WIDTH] =
                        dot(layer.weights(), layer.at(0, row), delta, example * width, width);
            }
            if (rate != 0) {
                updateRow(layer, active, delta, -rate, row);
            }
        }
    }

    /** Adds {@code -rate} times the weight gradient of a block of inputs. */
    static void update(PackedWeights layer, ActiveInputs active, float[] delta, float rate, int block) {
        int end = Math.min(active.inputs(), (block + 1) * WIDTH);
        for (int row = block * WIDTH; row < end; row++) {
            updateRow(layer, active, delta, -rate, row);
        }
    }

    private static void updateRow(PackedWeights layer, ActiveInputs active, float[] delta, float minusRate, int row) {
        int width = layer.width();
        int first = row * active.capacity();
        int last = first + active.pairCounts()[row];
        for (int unit = 0; unit < width; unit += LANES) {
            int at = layer.at(0, row) + unit;
            FloatVector sum = FloatVector.fromArray(SPECIES, layer.weights(), at);
            for (int pair = first; pair < last; pair++) {
                FloatVector step = FloatVector.broadcast(SPECIES, minusRate * active.pairValues()[pair]);
                sum = FloatVector.fromArray(SPECIES, delta, active.pairExamples()[pair] * width + unit)
                        .fma(step, sum);
            }
            sum.intoArray(layer.weights(), at);
        }
    }

    private float dot(float[] weights, int row, float[] delta, int from, int width) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int unit = 0; unit < width; unit += LANES) {
            sum = FloatVector.fromArray(SPECIES, weights, row + unit)
                    .fma(FloatVector.fromArray(SPECIES, delta, from + unit), sum);
        }
        sum.intoArray(parts, 0);
        float total = 0;
        for (float part : parts) {
            total += part;
        }
        return total;
    }
}
