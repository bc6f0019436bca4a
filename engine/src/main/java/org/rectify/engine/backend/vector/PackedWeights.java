package org.rectify.engine.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The weights of one layer in column panels, for their whole life: {@code [panel][input][unit within the panel]}.
 *
 * <p>A panel is four vectors of units wide. Rows of a panel follow each other, so that a block of inputs is one piece of
 * memory that stays in the first-level cache while the examples of a minibatch pass over it. Units are padded with zeros to
 * whole panels.
 */
final class PackedWeights {

    /** The widest vectors of the machine. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    static final int LANES = SPECIES.length();

    /** Units of a panel. */
    static final int PANEL = 4 * LANES;

    private final int inputs;
    private final int units;
    private final int panels;
    private final float[] weights;
    private final float[] biases;

    PackedWeights(int inputs, int units) {
        this.inputs = inputs;
        this.units = units;
        this.panels = (units + PANEL - 1) / PANEL;
        this.weights = new float[Math.multiplyExact(Math.multiplyExact(panels, inputs), PANEL)];
        this.biases = new float[panels * PANEL];
    }

    int inputs() {
        return inputs;
    }

    int units() {
        return units;
    }

    int panels() {
        return panels;
    }

    /** Units with their padding: the distance between the rows of arrays that kernels read and write. */
    int stride() {
        return panels * PANEL;
    }

    /** The array itself; panel p begins at {@code p * inputs * PANEL}. */
    float[] weights() {
        return weights;
    }

    /** The array itself, padded. */
    float[] biases() {
        return biases;
    }

    /**
     * Takes in weights and biases.
     *
     * @param rows weights, inputs x units, row after row
     */
    void pack(float[] rows, float[] newBiases) {
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * PANEL;
            int width = Math.min(PANEL, units - first);
            for (int input = 0; input < inputs; input++) {
                System.arraycopy(rows, input * units + first, weights, (panel * inputs + input) * PANEL, width);
            }
        }
        System.arraycopy(newBiases, 0, biases, 0, units);
    }

    /**
     * Writes the weights out.
     *
     * @param rows inputs x units, row after row; overwritten
     */
    void unpack(float[] rows) {
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * PANEL;
            int width = Math.min(PANEL, units - first);
            for (int input = 0; input < inputs; input++) {
                System.arraycopy(weights, (panel * inputs + input) * PANEL, rows, input * units + first, width);
            }
        }
    }
}
