package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

/** The largest error among numbers, each relative to the magnitudes of the terms that it is the sum of. */
final class LargestError {

    private double largest;
    private int row;
    private int column;
    private double actualThere;
    private double expectedThere;

    /**
     * Takes in a number.
     *
     * @param magnitude the sum of the terms' magnitudes: where it is zero, nothing but the expected number will do
     */
    void add(int atRow, int atColumn, double actual, double expected, double magnitude) {
        double difference = Math.abs(actual - expected);
        double error = difference == 0 ? 0 : difference / magnitude;
        if (!(error <= largest)) {
            largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            row = atRow;
            column = atColumn;
            actualThere = actual;
            expectedThere = expected;
        }
    }

    void assertAtMost(double tolerance) {
        assertThat(largest)
                .as("largest relative error, of %s for %s at [%s, %s]", actualThere, expectedThere, row, column)
                .isLessThanOrEqualTo(tolerance);
    }
}
