package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the arithmetic units can do at most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArithmeticBenchmarks {

    /** Of numbers, not of vectors, in a call. */
    static final int MULTIPLY_ADDS = 12 * 16 * 10_000;

    private static final int CHAINS = 12;

    private float factor = 0.5f;

    /** Twelve chains of multiply-adds that never leave their registers: more than their latency needs. */
    @Benchmark
    public float multiplyAdd() {
        FloatVector m = FloatVector.broadcast(SPECIES, factor);
        FloatVector a0 = m;
        FloatVector a1 = m.add(1);
        FloatVector a2 = m.add(2);
        FloatVector a3 = m.add(3);
        FloatVector a4 = m.add(4);
        FloatVector a5 = m.add(5);
        FloatVector a6 = m.add(6);
        FloatVector a7 = m.add(7);
        FloatVector a8 = m.add(8);
        FloatVector a9 = m.add(9);
        FloatVector a10 = m.add(10);
        FloatVector a11 = m.add(11);
        for (int i = 0; i < MULTIPLY_ADDS; i += CHAINS * LANES) {
            a0 = a0.fma(m, m);
            a1 = a1.fma(m, m);
            a2 = a2.fma(m, m);
            a3 = a3.fma(m, m);
            a4 = a4.fma(m, m);
            a5 = a5.fma(m, m);
            a6 = a6.fma(m, m);
            a7 = a7.fma(m, m);
            a8 = a8.fma(m, m);
            a9 = a9.fma(m, m);
            a10 = a10.fma(m, m);
            a11 = a11.fma(m, m);
        }
        FloatVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
        return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).lane(0);
    }
}
