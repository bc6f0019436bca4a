package org.rectify.engine.guard;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;

/**
 * An array that a call is to leave as it is.
 *
 * @param array the array
 * @param before what it held; empty where nobody looks
 */
@SuppressWarnings("ArrayRecordComponent")
record Untouched(INDArray array, double[] before) {

    private static final double[] UNKNOWN = {};

    /** Before the call. */
    static Untouched begin(INDArray array, boolean looked) {
        return new Untouched(array, looked ? Matrices.toDoubles(array) : UNKNOWN);
    }

    /**
     * After the call.
     *
     * @param what the array holds, with its article
     * @throws PluginFault when it holds something else
     */
    void require(Call call, String what) {
        if (before.length > 0 && !Arrays.equals(before, Matrices.toDoubles(array))) {
            throw call.fault("changes " + what + ", which it must leave untouched");
        }
    }
}
