package org.rectify.testkit;

import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/**
 * An element-wise corruption whose parts a test replaces by wrong ones; as it is, a tenth becomes 0, and nothing is
 * drawn for zeros.
 */
class Blackout implements ElementwiseCorruption {

    @Override
    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        for (int i = from; i < to; i++) {
            corrupted[i] = clean[i] == 0 || random.nextDouble() < 0.1 ? 0 : clean[i];
        }
    }

    @Override
    public OutputRange range(OutputRange clean) {
        return clean.including(0);
    }
}
