package org.rectify.plugin.corruptions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/** No noise: the auto-encoder sees its input as it is. */
record NoCorruption() implements ElementwiseCorruption {

    @Override
    public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
        System.arraycopy(clean, from, corrupted, from, to - from);
    }

    @Override
    public OutputRange range(OutputRange clean) {
        return clean;
    }
}
