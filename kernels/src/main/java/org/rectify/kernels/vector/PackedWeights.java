package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.ORIGIN;
import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.kernels.network.Parameters;

/**
 * The weights and biases of one layer in column panels, for their whole life: {@code [panel][input][unit within the panel]},
 * or {@code [input][panel][unit within the panel]} where a minibatch needs so few inputs that their rows had better be in one
 * piece: {@link RowKernel} works on these, all other kernels on the former.
 *
 * <p>Units are padded with zeros to whole panels, or, in the one narrow panel of an output layer, to whole vectors.
 */
final class PackedWeights {

    /** Elements of a cache line of 64 bytes. */
    private static final int CACHE_LINE = 16;

    private final int inputs;
    private final int units;
    private final int width;
    private final int panels;
    private final int panelStride;
    private final int rowStride;
    private final float[] weights;
    private final float[] biases;
    private int lastRead;

    private PackedWeights(int inputs, int units, int width, boolean byRow) {
        this.inputs = inputs;
        this.units = units;
        this.width = width;
        this.panels = (units + width - 1) / width;
        this.panelStride = byRow ? width : inputs * width;
        this.rowStride = byRow ? panels * width : width;
        this.weights = new float[Math.addExact(ORIGIN, Math.multiplyExact(Math.multiplyExact(panels, inputs), width))];
        this.biases = new float[panels * width];
    }

    /** Zeros in panels. */
    static PackedWeights wide(int inputs, int units) {
        return new PackedWeights(inputs, units, WIDTH, false);
    }

    /** Zeros in panels, each input's next to one another. */
    static PackedWeights byRow(int inputs, int units) {
        return new PackedWeights(inputs, units, WIDTH, true);
    }

    /** Zeros in a single panel of as many vectors as hold the units. */
    static PackedWeights narrow(int inputs, int units) {
        return new PackedWeights(inputs, units, (units + LANES - 1) / LANES * LANES, false);
    }

    /** Zeros in the same shape. */
    PackedWeights alike() {
        return new PackedWeights(inputs, units, width, rowStride > width);
    }

    int inputs() {
        return inputs;
    }

    int units() {
        return units;
    }

    /** Units of a panel. */
    int width() {
        return width;
    }

    int panels() {
        return panels;
    }

    /** Units of a panel that are no padding. */
    int used(int panel) {
        return Math.min(width, units - panel * width);
    }

    /** The array itself. */
    float[] weights() {
        return weights;
    }

    /** The array itself, padded. */
    float[] biases() {
        return biases;
    }

    /** Where the row of an input begins in a panel; the next input's follows it, or by row the next panel. */
    int at(int panel, int input) {
        return ORIGIN + panel * panelStride + input * rowStride;
    }

    /**
     * Reads an element of every cache line of some rows of a panel, in order, which brings them into the caches.
     *
     * @param counts rows for which it is 0 are left out; may be empty
     */
    void readThrough(int panel, int firstRow, int endRow, int[] counts) {
        int bits = 0;
        for (int row = firstRow; row < endRow; row++) {
            if (counts.length == 0 || counts[row] > 0) {
                int end = at(panel, row + 1);
                for (int i = at(panel, row); i < end; i += CACHE_LINE) {
                    bits ^= Float.floatToRawIntBits(weights[i]);
                }
            }
        }
        // Kept, so that the compiler cannot leave the reading out.
        lastRead = bits;
    }

    /** Sets weights and biases to zero. */
    void clear() {
        Arrays.fill(weights, 0);
        clearBiases();
    }

    /** Sets the weights of a panel to zero; not for weights by row. */
    void clear(int panel) {
        Arrays.fill(weights, at(panel, 0), at(panel, inputs), 0);
    }

    /** Sets the biases to zero. */
    void clearBiases() {
        Arrays.fill(biases, 0);
    }

    /** Sets the padding of a panel's weights to zero. */
    void clearPadding(int panel) {
        int used = used(panel);
        for (int input = 0; used < width && input < inputs; input++) {
            int row = at(panel, input);
            Arrays.fill(weights, row + used, row + width, 0);
        }
    }

    /** Takes in the parameters of a layer. */
    void pack(Parameters.Layer layer) {
        pack(layer.weights(), layer.biases());
    }

    /**
     * Takes in weights and biases.
     *
     * @param newWeights inputs x units
     * @param newBiases 1 x units
     */
    void pack(INDArray newWeights, INDArray newBiases) {
        packWeights(newWeights);
        packBiases(newBiases);
    }

    /** Takes in biases alone. */
    void packBiases(INDArray newBiases) {
        Matrices.read(newBiases, biases);
    }

    /** Takes in weights alone, inputs x units. */
    void packWeights(INDArray newWeights) {
        float[] rows = Matrices.toFloats(newWeights);
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * width;
            for (int input = 0; input < inputs; input++) {
                System.arraycopy(rows, input * units + first, weights, at(panel, input), used(panel));
            }
        }
    }

    /** Copies the parameters of a layer out. */
    void unpack(Parameters.Layer layer) {
        Matrices.fill(layer.weights(), rows());
        Matrices.fill(layer.biases(), Arrays.copyOf(biases, units));
    }

    /** The weights as an array, inputs x units: a copy. */
    INDArray weightArray() {
        return Nd4j.createFromArray(rows()).reshape(inputs, units);
    }

    /** The biases as an array, 1 x units: a copy. */
    INDArray biasArray() {
        return Nd4j.createFromArray(Arrays.copyOf(biases, units)).reshape(1, units);
    }

    private float[] rows() {
        float[] rows = new float[Math.multiplyExact(inputs, units)];
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * width;
            for (int input = 0; input < inputs; input++) {
                System.arraycopy(weights, at(panel, input), rows, input * units + first, used(panel));
            }
        }
        return rows;
    }
}
