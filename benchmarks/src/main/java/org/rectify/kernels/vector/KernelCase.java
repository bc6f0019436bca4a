package org.rectify.kernels.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kernel on a layer at a minibatch.
 *
 * @param active fraction of the inputs that are not zero
 */
record KernelCase(Kernel kernel, LayerShape layer, int minibatch, double active) {

    static final int SMALL = 10;
    static final int LARGE = 256;

    private static final List<Double> FRACTIONS = List.of(0.05, 0.17, 0.5, 1.0);

    /** What one call does. */
    Work work() {
        DrawnInputs inputs = new DrawnInputs(layer.inputs(), minibatch, active);
        long entries = kernel.skipsZeros() ? inputs.nonzeros() : (long) minibatch * layer.inputs();
        long rows = kernel.skipsZeros() ? inputs.touched() : layer.inputs();
        return new Work(
                kernel.multiplyAdds() * entries * layer.units(),
                (kernel.writes() ? 2 : 1) * rows * layer.units() * Float.BYTES);
    }

    /** The parameters of the benchmark. */
    Map<String, String> parameters() {
        return Map.of(
                "layer", layer.toString(), "minibatch", Integer.toString(minibatch), "active", Double.toString(active));
    }

    /** What a user filters by. */
    String label() {
        return kernel.title() + " " + layer + " " + minibatch + " " + active;
    }

    /** All that are measured, in the order of the table. */
    static List<KernelCase> all() {
        List<KernelCase> cases = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            kernel.layers().forEach(layer -> addAll(cases, kernel, layer, SMALL));
            kernel.layersOfLargeMinibatches().forEach(layer -> addAll(cases, kernel, layer, LARGE));
        }
        return cases;
    }

    private static void addAll(List<KernelCase> cases, Kernel kernel, String layer, int minibatch) {
        for (double active : kernel.skipsZeros() ? FRACTIONS : List.of(1.0)) {
            cases.add(new KernelCase(kernel, LayerShape.of(layer), minibatch, active));
        }
    }

    /**
     * What one call of a kernel does; padding does not count.
     *
     * @param multiplyAdds of weights
     * @param weightBytes read and written, each weight once, however many examples use it
     */
    record Work(long multiplyAdds, long weightBytes) {

        /** GFLOP/s, a multiply-add being two operations. */
        double gflops(double microseconds) {
            return 2 * multiplyAdds / microseconds / 1e3;
        }

        /** GB/s of weights. */
        double gigabytes(double microseconds) {
            return weightBytes / microseconds / 1e3;
        }
    }
}
