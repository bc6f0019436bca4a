package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStreams;

@Tag("slow")
class RenderingSpeedTest {

    private static final int WINDOWS = 15;
    private static final int PAIRS = 600;

    /** The best of several windows, so that what else the machine does counts little. */
    @Test
    void aCoreRendersAThousandPairsASecond() {
        PairRenderer renderer = new PairRenderer(new RandomStreams(1), "train", Toys.training(), true);
        byte[] pair = new byte[PairRenderer.BYTES];
        double shortest = Double.POSITIVE_INFINITY;
        for (int window = 0; window < WINDOWS; window++) {
            long start = System.nanoTime();
            for (int index = 0; index < PAIRS; index++) {
                renderer.render(window * PAIRS + index, pair, 0);
            }
            shortest = Math.min(shortest, (System.nanoTime() - start) * 1e-9);
        }

        System.out.printf("norb-rendered: %.0f pairs/s on one core%n", PAIRS / shortest);
        assertThat(PAIRS / shortest).isGreaterThan(1000);
    }
}
