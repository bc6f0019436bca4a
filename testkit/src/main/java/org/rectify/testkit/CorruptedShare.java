package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.random.RandomStream;

/**
 * How often a corruption changed a value that stood at every place of a minibatch.
 *
 * @param clean the value
 * @param atPlace changes at each place of a row
 * @param ofNeighbours pairs of neighbours in a row that both changed
 */
record CorruptedShare(double clean, int[] atPlace, int ofNeighbours) {

    private static final int ROWS = 4000;
    private static final int PLACES = 131;

    static CorruptedShare of(Corruption corruption, double clean, RandomStream random) {
        INDArray values = Nd4j.valueArrayOf(new long[] {ROWS, PLACES}, clean, DataType.FLOAT);
        float[] before = Matrices.toFloats(values);
        float[] after = Matrices.toFloats(CorruptionContract.corrupted(corruption, values, random));
        int[] atPlace = new int[PLACES];
        int ofNeighbours = 0;
        for (int i = 0; i < after.length; i++) {
            if (after[i] != before[i]) {
                atPlace[i % PLACES]++;
                ofNeighbours += i % PLACES > 0 && after[i - 1] != before[i - 1] ? 1 : 0;
            }
        }
        return new CorruptedShare(clean, atPlace, ofNeighbours);
    }

    void assertRate(double rate, double deviations) {
        int changes = 0;
        for (int count : atPlace) {
            changes += count;
        }
        assertBinomial("changes of " + clean, changes, ROWS * PLACES, rate, deviations);
    }

    void assertEvenness(double rate, double deviations) {
        for (int place = 0; place < PLACES; place++) {
            assertBinomial("changes of " + clean + " at place " + place, atPlace[place], ROWS, rate, deviations);
        }
    }

    /**
     * The trials overlap, each place standing in two pairs, which raises the variance to less than three times the
     * binomial.
     */
    void assertNeighboursAreIndependent(double rate, double deviations) {
        assertBinomial(
                "neighbours of " + clean + " that changed together",
                ofNeighbours,
                ROWS * (PLACES - 1),
                rate * rate,
                deviations * Math.sqrt(3));
    }

    private static void assertBinomial(String what, int count, int trials, double rate, double deviations) {
        double expected = trials * rate;
        double allowed = deviations * Math.sqrt(expected * (1 - rate));
        // A probability below 1e-6 is left beyond the bound, also where so few are expected that they are not normal.
        double few = expected * (1 - rate) < 10 ? 10 * Math.signum(allowed) : 0;
        assertThat((double) count)
                .as("%s, of %d, at a rate of %s", what, trials, rate)
                .isBetween(expected - allowed - few, expected + allowed + few);
    }
}
