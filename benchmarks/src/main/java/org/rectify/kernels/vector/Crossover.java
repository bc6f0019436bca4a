package org.rectify.kernels.vector;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the dense forward kernel overtakes the sparse one.
 *
 * @param dense microseconds of the dense kernel
 * @param sparse microseconds of the sparse kernel by active fraction
 */
record Crossover(LayerShape layer, int minibatch, double dense, SortedMap<Double, Double> sparse) {

    private static final List<Double> FRACTIONS = List.of(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);

    /** Far enough apart that not all of them meet the same slow seconds of the machine. */
    private static final int ROUNDS = 2;

    /** Measures both kernels, the fastest of some rounds counting. */
    static Crossover measure(BenchmarkProcess stopwatch, LayerShape layer, int minibatch) {
        double dense = Double.POSITIVE_INFINITY;
        TreeMap<Double, Double> sparse = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            dense = Math.min(dense, fastest(stopwatch, new KernelCase(Kernel.FORWARD_DENSE, layer, minibatch, 1)));
            for (double active : FRACTIONS) {
                KernelCase each = new KernelCase(Kernel.FORWARD_SPARSE, layer, minibatch, active);
                sparse.merge(active, fastest(stopwatch, each), Math::min);
            }
        }
        return new Crossover(layer, minibatch, dense, sparse);
    }

    private static double fastest(BenchmarkProcess stopwatch, KernelCase each) {
        return stopwatch.measure(each).getMin();
    }

    /**
     * The active fraction at which both take the same time, on the line between two that were measured.
     *
     * @return the lowest fraction where the dense kernel is faster even there; empty where the sparse one always is
     */
    OptionalDouble fraction() {
        double lastFraction = Double.NaN;
        double last = Double.NaN;
        for (Map.Entry<Double, Double> point : sparse.entrySet()) {
            double fraction = point.getKey();
            double microseconds = point.getValue();
            if (microseconds > dense) {
                double way = (dense - last) / (microseconds - last);
                return OptionalDouble.of(
                        Double.isNaN(last) ? fraction : lastFraction + way * (fraction - lastFraction));
            }
            lastFraction = fraction;
            last = microseconds;
        }
        return OptionalDouble.empty();
    }
}
