package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.Checksums;

class PairRendererTest {

    private static final int PIXELS = Camera.SIDE * Camera.SIDE;

    @Test
    void anExampleAloneIsTheSameAsAfterOthers() {
        PairRenderer busy = renderer(1, true);
        for (int index = 0; index < 40; index++) {
            busy.render(index);
        }

        assertThat(pair(busy, 17)).isEqualTo(pair(renderer(1, true), 17));
        assertThat(pair(busy, 17)).isNotEqualTo(pair(renderer(2, true), 17));
        assertThat(pair(busy, 17)).isNotEqualTo(pair(busy, 23));
    }

    /** Results are compared over versions: whoever changes the pictures raises the renderer's version with this sum. */
    @Test
    void versionOneRendersThesePixels() {
        byte[] pairs = new byte[60 * PairRenderer.BYTES];
        PairRenderer renderer = renderer(1, true);
        for (int index = 0; index < 60; index++) {
            renderer.render(index, pairs, index * PairRenderer.BYTES);
        }

        assertThat(Checksums.sha256(pairs))
                .isEqualTo("0fa6fb10f6ded941bad23dda5b45c0622f076a6d47fae74f5f029b0ce1a3f8b1");
    }

    @Test
    void theTwoPicturesOfAPairDifferALittle() {
        PairRenderer renderer = renderer(3, true);
        for (int index = 0; index < 60; index++) {
            renderer.render(index);
            byte[] left = renderer.picture(Camera.LEFT).clone();
            byte[] right = renderer.picture(Camera.RIGHT).clone();

            assertThat(left).isNotEqualTo(right);
            assertThat(bestCorrelation(left, right)).as("example %d", index).isGreaterThan(.4);
        }
    }

    @Test
    void withoutClutterTheSixthClassIsEven() {
        PairRenderer renderer = renderer(1, false);

        assertThat(pair(renderer, 5)).containsOnly(pair(renderer, 5)[0]);
        assertThat(pair(renderer, 11)).containsOnly(pair(renderer, 11)[0]);
        assertThat(pair(renderer, 11)[0]).isNotEqualTo(pair(renderer, 5)[0]);
    }

    @Test
    void everyToyIsSeenFromEverywhere() {
        PairRenderer renderer = renderer(1, false);
        for (int index = 0; index < 1200; index++) {
            if (Example.label(index) < 5) {
                renderer.render(index);
                byte[] picture = renderer.picture(Camera.LEFT);
                int seen = 0;
                for (byte pixel : picture) {
                    seen += pixel == picture[0] ? 0 : 1;
                }
                assertThat(seen).as("pixels of the toy of example %d", index).isBetween(PIXELS / 40, PIXELS / 2);
            }
        }
    }

    @Test
    void clutterIsNotWhatTheClassIsKnownBy() {
        double[] sums = new double[6];
        PairRenderer renderer = renderer(4, true);
        for (int index = 0; index < 1800; index++) {
            renderer.render(index);
            sums[Example.label(index)] += renderer.picture(Camera.LEFT)[0] & 0xFF;
        }

        double mean = (sums[0] + sums[1] + sums[2] + sums[3] + sums[4] + sums[5]) / 1800;
        for (double sum : sums) {
            assertThat(sum / 300).isBetween(mean - 12, mean + 12);
        }
    }

    private static PairRenderer renderer(long seed, boolean clutter) {
        return new PairRenderer(new RandomStreams(seed), "train", Toys.training(), clutter);
    }

    private static byte[] pair(PairRenderer renderer, int index) {
        byte[] pair = new byte[PairRenderer.BYTES];
        renderer.render(index, pair, 0);
        return pair;
    }

    /** The largest correlation over shifts of a few pixels along the rows. */
    private static double bestCorrelation(byte[] left, byte[] right) {
        double best = -1;
        for (int shift = -8; shift <= 8; shift++) {
            best = Math.max(best, correlation(left, right, shift));
        }
        return best;
    }

    private static double correlation(byte[] left, byte[] right, int shift) {
        double n = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            int column = pixel % Camera.SIDE + shift;
            if (column >= 0 && column < Camera.SIDE) {
                double x = left[pixel] & 0xFF;
                double y = right[pixel + shift] & 0xFF;
                n++;
                a += x;
                b += y;
                aa += x * x;
                bb += y * y;
                ab += x * y;
            }
        }
        return (n * ab - a * b) / Math.sqrt((n * aa - a * a) * (n * bb - b * b));
    }
}
