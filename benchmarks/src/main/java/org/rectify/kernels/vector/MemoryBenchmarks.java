package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.ORIGIN;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What caches and memory can deliver at most; each thread has its share of an array, as each has of a layer's weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MemoryBenchmarks {

    /** Of the whole array. */
    @Param("16384")
    int bytes;

    private float[] array = {};

    /** Fills the array, so that it has its own pages. */
    @Setup
    public void fill(BenchmarkParams run) {
        array = Panels.allocate(bytes / Float.BYTES / run.getThreads() / WIDTH);
        Arrays.fill(array, 1);
    }

    /** Reads the array in order, eight vectors at a time as the kernels do. */
    @Benchmark
    public float read() {
        float[] a = array;
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int i = ORIGIN; i < a.length; i += WIDTH) {
            s0 = s0.add(FloatVector.fromArray(SPECIES, a, i));
            s1 = s1.add(FloatVector.fromArray(SPECIES, a, i + LANES));
            s2 = s2.add(FloatVector.fromArray(SPECIES, a, i + 2 * LANES));
            s3 = s3.add(FloatVector.fromArray(SPECIES, a, i + 3 * LANES));
            s4 = s4.add(FloatVector.fromArray(SPECIES, a, i + 4 * LANES));
            s5 = s5.add(FloatVector.fromArray(SPECIES, a, i + 5 * LANES));
            s6 = s6.add(FloatVector.fromArray(SPECIES, a, i + 6 * LANES));
            s7 = s7.add(FloatVector.fromArray(SPECIES, a, i + 7 * LANES));
        }
        return s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).lane(0);
    }

    /** Reads the array in order and writes other numbers back. */
    @Benchmark
    public void readAndWrite() {
        float[] a = array;
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int i = ORIGIN; i < a.length; i += WIDTH) {
            FloatVector v0 = FloatVector.fromArray(SPECIES, a, i);
            FloatVector v1 = FloatVector.fromArray(SPECIES, a, i + LANES);
            FloatVector v2 = FloatVector.fromArray(SPECIES, a, i + 2 * LANES);
            FloatVector v3 = FloatVector.fromArray(SPECIES, a, i + 3 * LANES);
            FloatVector v4 = FloatVector.fromArray(SPECIES, a, i + 4 * LANES);
            FloatVector v5 = FloatVector.fromArray(SPECIES, a, i + 5 * LANES);
            FloatVector v6 = FloatVector.fromArray(SPECIES, a, i + 6 * LANES);
            FloatVector v7 = FloatVector.fromArray(SPECIES, a, i + 7 * LANES);
            v0.fma(half, half).intoArray(a, i);
            v1.fma(half, half).intoArray(a, i + LANES);
            v2.fma(half, half).intoArray(a, i + 2 * LANES);
            v3.fma(half, half).intoArray(a, i + 3 * LANES);
            v4.fma(half, half).intoArray(a, i + 4 * LANES);
            v5.fma(half, half).intoArray(a, i + 5 * LANES);
            v6.fma(half, half).intoArray(a, i + 6 * LANES);
            v7.fma(half, half).intoArray(a, i + 7 * LANES);
        }
    }
}
