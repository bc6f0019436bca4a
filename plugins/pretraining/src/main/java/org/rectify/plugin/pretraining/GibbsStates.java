package org.rectify.plugin.pretraining;

import java.util.Arrays;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;

/** The states of a machine's units for the examples of a minibatch: made once and overwritten by every minibatch. */
final class GibbsStates {

    private final INDArray visible;
    private final INDArray hidden;
    private final float[] visibleValues;
    private final float[] hiddenValues;

    GibbsStates(int examples, int visibleUnits, int hiddenUnits) {
        visible = Nd4j.zeros(DataType.FLOAT, examples, visibleUnits);
        hidden = Nd4j.zeros(DataType.FLOAT, examples, hiddenUnits);
        visibleValues = new float[Math.multiplyExact(examples, visibleUnits)];
        hiddenValues = new float[Math.multiplyExact(examples, hiddenUnits)];
    }

    /** A function of a state. */
    @FunctionalInterface
    interface UnitFunction {
        float of(float x);
    }

    int examples() {
        return visible.rows();
    }

    /** Examples x visible units. */
    INDArray visible() {
        return visible;
    }

    /** Examples x hidden units. */
    INDArray hidden() {
        return hidden;
    }

    /**
     * Writes inputs into the visible units.
     *
     * @param rows the rows of the inputs to take, in the order wanted
     * @param first the place in {@code rows} of the first example
     */
    void load(Features inputs, int[] rows, int first) {
        int columns = inputs.columns();
        for (int example = 0; example < examples(); example++) {
            copyRow(inputs, rows[first + example], example * columns);
        }
        Matrices.fill(visible, visibleValues);
    }

    private void copyRow(Features inputs, int row, int offset) {
        if (inputs instanceof CompressedRows sparse) {
            Arrays.fill(visibleValues, offset, offset + sparse.columns(), 0);
            for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                visibleValues[offset + sparse.column(entry)] = sparse.value(entry);
            }
        } else if (inputs instanceof DenseFeatures dense) {
            dense.copyRow(row, visibleValues, offset);
        }
    }

    /** Replaces the state of each hidden unit, example after example. */
    void mapHidden(UnitFunction function) {
        Matrices.read(hidden, hiddenValues);
        for (int i = 0; i < hiddenValues.length; i++) {
            hiddenValues[i] = function.of(hiddenValues[i]);
        }
        Matrices.fill(hidden, hiddenValues);
    }

    /** Replaces the states of the visible units, which come as one array, example after example. */
    void mapVisible(Consumer<float[]> change) {
        Matrices.read(visible, visibleValues);
        change.accept(visibleValues);
        Matrices.fill(visible, visibleValues);
    }

    /** How many hidden units are exactly zero, in all examples. */
    long silentUnits() {
        long silent = 0;
        for (float value : hiddenValues) {
            silent += value == 0 ? 1 : 0;
        }
        return silent;
    }

    /** The sum of the squared differences of all visible units. */
    double squaredDistance(GibbsStates other) {
        double sum = 0;
        for (int i = 0; i < visibleValues.length; i++) {
            double difference = visibleValues[i] - (double) other.visibleValues[i];
            sum += difference * difference;
        }
        return sum;
    }
}
