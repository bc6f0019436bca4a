package org.rectify.kernels.vector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the machine can do at most, measured.
 *
 * @param threads that were at work at the same time; the figures are those of all together
 * @param gflops multiply-adds in registers, two operations each
 * @param bandwidths by the size of the array in bytes; never empty
 */
record MachineLimits(int threads, double gflops, TreeMap<Integer, Bandwidth> bandwidths) {

    /** From the first-level cache to memory. */
    static final List<Integer> SIZES = List.of(16 << 10, 256 << 10, 4 << 20, 12 << 20, 256 << 20);

    /**
     * GB/s of an array.
     *
     * @param readAndWrite bytes read and bytes written, added
     */
    record Bandwidth(double read, double readAndWrite) {}

    /** Measures arithmetic, and arrays of some of the {@linkplain #SIZES sizes}. */
    static MachineLimits measure(BenchmarkProcess stopwatch, int threads, Collection<Integer> sizes) {
        double microseconds = stopwatch
                .measure(ArithmeticBenchmarks.class, "multiplyAdd", Map.of(), threads)
                .getMin();
        TreeMap<Integer, Bandwidth> bandwidths = new TreeMap<>();
        for (int bytes : sizes) {
            bandwidths.put(
                    bytes,
                    new Bandwidth(
                            bytes / fastest(stopwatch, "read", bytes, threads) / 1e3,
                            2.0 * bytes / fastest(stopwatch, "readAndWrite", bytes, threads) / 1e3));
        }
        return new MachineLimits(
                threads, 2.0 * ArithmeticBenchmarks.MULTIPLY_ADDS * threads / microseconds / 1e3, bandwidths);
    }

    private static double fastest(BenchmarkProcess stopwatch, String method, int bytes, int threads) {
        Map<String, String> parameters = Map.of("bytes", Integer.toString(bytes));
        return stopwatch
                .measure(MemoryBenchmarks.class, method, parameters, threads)
                .getMin();
    }

    /** The smallest array that holds so many bytes, or the largest there is: it stands for where they live. */
    static int sizeFor(long bytes) {
        return SIZES.stream().filter(size -> size >= bytes).findFirst().orElse(SIZES.get(SIZES.size() - 1));
    }

    /** What weights can be moved at. */
    double bandwidth(LayerShape layer, boolean writes) {
        Bandwidth level = bandwidths.get(sizeFor(layer.bytes()));
        if (level == null) {
            throw new IllegalStateException("not measured for " + layer);
        }
        return writes ? level.readAndWrite() : level.read();
    }
}
