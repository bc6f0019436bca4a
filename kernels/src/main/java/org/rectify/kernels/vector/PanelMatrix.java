package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;

/** One number for each example and unit of a layer: {@code [panel][example][unit within the panel]}. */
final class PanelMatrix {

    private final int capacity;
    private final int columns;
    private final float[] values;

    /**
     * @param capacity examples at most
     */
    PanelMatrix(int capacity, int columns) {
        this.capacity = capacity;
        this.columns = columns;
        this.values = Panels.allocate(Math.multiplyExact(Panels.count(columns), capacity));
    }

    int columns() {
        return columns;
    }

    int panels() {
        return Panels.count(columns);
    }

    /** The array itself. */
    float[] values() {
        return values;
    }

    /** Where a row of a panel begins; the next example's follows it. */
    int at(int panel, int example) {
        return Panels.at(panel * capacity + example);
    }

    /** Columns of a panel that are no padding. */
    int width(int panel) {
        return Math.min(WIDTH, columns - panel * WIDTH);
    }

    /** Sets a panel to zero. */
    void clear(int panel, int examples) {
        Arrays.fill(values, at(panel, 0), at(panel, examples), 0);
    }

    /** Sets the padding of a panel to zero. */
    void clearPadding(int panel, int examples) {
        int width = width(panel);
        for (int example = 0; width < WIDTH && example < examples; example++) {
            int row = at(panel, example);
            Arrays.fill(values, row + width, row + WIDTH, 0);
        }
    }

    /**
     * Multiplies each column of a panel by its sign, into a matrix of the same shape.
     *
     * @param signs one for each column, padded
     */
    void multiply(int panel, int examples, float[] signs, PanelMatrix target) {
        for (int row = at(panel, 0); row < at(panel, examples); row += WIDTH) {
            for (int i = 0; i < WIDTH; i += LANES) {
                FloatVector.fromArray(SPECIES, values, row + i)
                        .mul(FloatVector.fromArray(SPECIES, signs, panel * WIDTH + i))
                        .intoArray(target.values, row + i);
            }
        }
    }

    /** Multiplies a panel by another matrix of the same shape, place by place, into a third. */
    void multiply(int panel, int examples, PanelMatrix factors, PanelMatrix target) {
        for (int i = at(panel, 0); i < at(panel, examples); i += LANES) {
            FloatVector.fromArray(SPECIES, values, i)
                    .mul(FloatVector.fromArray(SPECIES, factors.values, i))
                    .intoArray(target.values, i);
        }
    }

    /** Fills a panel's rows with the same numbers, one for each column, padding included. */
    void fill(int panel, int examples, float[] row) {
        for (int example = 0; example < examples; example++) {
            System.arraycopy(row, panel * WIDTH, values, at(panel, example), WIDTH);
        }
    }

    /** Copies a panel from rows without padding, one after another. */
    void take(int panel, int examples, float[] rows) {
        take(panel, examples, rows, 0);
    }

    /** The same from a row other than the first. */
    void take(int panel, int examples, float[] rows, int firstRow) {
        for (int example = 0; example < examples; example++) {
            int from = (firstRow + example) * columns + panel * WIDTH;
            System.arraycopy(rows, from, values, at(panel, example), width(panel));
        }
    }

    /** Adds a panel's columns, each summed over the examples and scaled, to padded numbers of its layer. */
    void addColumnSums(int panel, int examples, float scale, float[] sums) {
        for (int vector = 0; vector < WIDTH; vector += LANES) {
            int target = panel * WIDTH + vector;
            FloatVector sum = FloatVector.zero(SPECIES);
            int end = at(panel, examples) + vector;
            for (int i = at(panel, 0) + vector; i < end; i += WIDTH) {
                sum = sum.add(FloatVector.fromArray(SPECIES, values, i));
            }
            sum.fma(FloatVector.broadcast(SPECIES, scale), FloatVector.fromArray(SPECIES, sums, target))
                    .intoArray(sums, target);
        }
    }

    /** The same for all panels. */
    void addColumnSums(int examples, float scale, float[] sums) {
        for (int panel = 0; panel < panels(); panel++) {
            addColumnSums(panel, examples, scale, sums);
        }
    }

    /** Copies the first examples into rows without padding, one after another, from a row on. */
    void copyTo(float[] rows, int firstRow, int examples) {
        for (int panel = 0; panel < panels(); panel++) {
            for (int example = 0; example < examples; example++) {
                int to = (firstRow + example) * columns + panel * WIDTH;
                System.arraycopy(values, at(panel, example), rows, to, width(panel));
            }
        }
    }

    /** The first examples as an array without padding. */
    INDArray toArray(int examples) {
        float[] rows = new float[examples * columns];
        copyTo(rows, 0, examples);
        return Nd4j.createFromArray(rows).reshape(examples, columns);
    }

    /** An array of zeros in the shape of the first examples. */
    INDArray emptyArray(int examples) {
        return Nd4j.create(DataType.FLOAT, examples, columns);
    }

    /** Takes the first examples from an array. */
    void take(INDArray array) {
        float[] rows = Matrices.toFloats(array);
        for (int panel = 0; panel < panels(); panel++) {
            take(panel, rows.length / columns, rows);
        }
    }
}
