package org.rectify.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;

/** Sums over inputs, one example after the other, in double precision. */
final class Moments {

    private final int columns;
    private final int channelSize;
    private final double[] sums;
    private final double[] squares;
    private final float[] row;
    private long rows;
    private long nonZeros;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    /**
     * @param columns inputs of an example
     * @param channels into which they divide evenly
     */
    Moments(int columns, int channels) {
        this.columns = columns;
        this.channelSize = columns / channels;
        this.sums = new double[channels];
        this.squares = new double[channels];
        this.row = new float[columns];
    }

    /** Takes in one example. */
    void add(Features features, int index) {
        rows++;
        if (features instanceof DenseFeatures dense) {
            dense.copyRow(index, row, 0);
            for (int channel = 0; channel < sums.length; channel++) {
                addDense(channel);
            }
        } else if (features instanceof CompressedRows sparse) {
            addSparse(sparse, index);
        }
    }

    private void addDense(int channel) {
        double sum = 0;
        double square = 0;
        for (int column = channel * channelSize; column < (channel + 1) * channelSize; column++) {
            float value = row[column];
            sum += value;
            square += (double) value * value;
            nonZeros += value == 0 ? 0 : 1;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        sums[channel] += sum;
        squares[channel] += square;
    }

    private void addSparse(CompressedRows sparse, int index) {
        int end = sparse.start(index + 1);
        if (end - sparse.start(index) < columns) {
            lowest = Math.min(lowest, 0);
            highest = Math.max(highest, 0);
        }
        for (int entry = sparse.start(index); entry < end; entry++) {
            double value = sparse.value(entry);
            int channel = sparse.column(entry) / channelSize;
            sums[channel] += value;
            squares[channel] += value * value;
            nonZeros += value == 0 ? 0 : 1;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }

    /** What the sums give; at least one example has been taken in. */
    InputStatistics statistics() {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        double count = (double) rows * channelSize;
        for (int channel = 0; channel < sums.length; channel++) {
            double mean = sums[channel] / count;
            means.add(mean);
            deviations.add(Math.sqrt(Math.max(0, squares[channel] / count - mean * mean)));
        }
        return new InputStatistics(means, deviations, lowest, highest, nonZeros / ((double) rows * columns));
    }
}
