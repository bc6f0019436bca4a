package org.rectify.api.corruption;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.random.RandomStream;

/**
 * A corruption that treats each place by itself.
 *
 * <p>Its author writes the form over a {@code float[]} range, which training calls for each row; the array form follows. A
 * minibatch takes from the stream what its rows take, one after the other, so that both forms give the same from the same
 * stream.
 *
 * @since 0.1
 */
public interface ElementwiseCorruption extends Corruption {

    /**
     * Writes a corrupted copy of the places {@code [from, to)}.
     *
     * <p>What is written depends on the clean values of these places and on the stream, not on where they lie. Nothing is
     * allocated.
     *
     * @param clean left untouched
     * @param corrupted another array, overwritten at the same places and nowhere else
     * @param random one stream for all presentations of an epoch: drawing from it allocates nothing, making it does
     */
    void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random);

    /** Of 64-bit arrays, the numbers that are left as they were keep their 64 bits. */
    @Override
    default void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
        float[] before = Matrices.toFloats(clean);
        float[] after = new float[before.length];
        int columns = clean.columns();
        for (int row = 0; row < clean.rows(); row++) {
            corrupt(before, row * columns, (row + 1) * columns, after, random);
        }
        if (!Matrices.isDouble(corrupted)) {
            Matrices.fill(corrupted, after);
            return;
        }
        double[] numbers = Matrices.toDoubles(clean);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = after[i] == before[i] ? numbers[i] : after[i];
        }
        Matrices.fill(corrupted, numbers);
    }
}
