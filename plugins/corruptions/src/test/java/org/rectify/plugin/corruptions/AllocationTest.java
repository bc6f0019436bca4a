package org.rectify.plugin.corruptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/** A step of training allocates nothing, drawing included. */
class AllocationTest {

    static ElementwiseCorruption[] corruptions() {
        return new ElementwiseCorruption[] {
            new Masking(0.25), new SaltAndPepper(0.8, 0.005), new Gaussian(0.3), new NoCorruption()
        };
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void corruptingARowAllocatesNothing(ElementwiseCorruption corruption) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] clean = Rows.binary(1000, 0.2);
        float[] corrupted = new float[1000];
        RandomStream random = Rows.noise();
        corruption.corrupt(clean, 0, 1000, corrupted, random);
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        for (int row = 0; row < 1000; row++) {
            corruption.corrupt(clean, 0, 1000, corrupted, random);
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before)
                .as("bytes allocated for 1000 rows")
                .isLessThan(1000);
    }
}
