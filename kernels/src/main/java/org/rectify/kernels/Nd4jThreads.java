package org.rectify.kernels;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads of ND4J's own. */
public final class Nd4jThreads {

    private Nd4jThreads() {}

    /**
     * Leaves one thread to its operations and its products of matrices.
     *
     * <p>Arrays of a minibatch are so small that a second costs time, above all where a backend's threads wait on the same
     * processors; and sums would depend on the number.
     */
    public static void useOne() {
        // Its operations cannot be reached before it has started.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        openblas.blas_set_num_threads(1);
    }
}
