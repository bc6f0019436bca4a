package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a call allocates, as the Java machine counts it. */
final class Allocation {

    private static final int CALLS = 1000;

    private Allocation() {}

    /** Fails where calls, once they are warm, allocate as much as a byte each. */
    static void assertNone(String what, Runnable call) {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported(),
                "this Java machine does not count what threads allocate");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        repeat(call);
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        repeat(call);
        assertThat(threads.getThreadAllocatedBytes(thread) - before)
                .as("bytes allocated by %s, called %d times", what, CALLS)
                .isLessThan(CALLS);
    }

    private static void repeat(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }
}
