package org.rectify.dataset.norb.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {

    @Test
    void aConstantImageStaysThatConstant() {
        for (Reduction reduction : new Reduction[] {Reduction.area(108, 32), Reduction.bilinear(108, 32)}) {
            for (int value = 0; value < 256; value++) {
                byte[] image = new byte[108 * 108];
                Arrays.fill(image, (byte) value);
                byte[] reduced = new byte[1024];

                reduction.reduce(image, 0, reduced, 0);

                assertThat(reduced).containsOnly((byte) value);
                assertThat(reduction.means(image, 0)).containsOnly(value);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"108, 32", "96, 32", "32, 32", "7, 5", "5, 1"})
    void areaAveragingKeepsTheMean(int from, int to) {
        for (int seed = 0; seed < 20; seed++) {
            byte[] image = noise(from, seed);

            assertThat(mean(Reduction.area(from, to).means(image, 0))).isCloseTo(mean(numbers(image)), within(1e-9));
        }
    }

    @Test
    void roundingToBytesMovesAPixelByHalfAStepAtMost() {
        byte[] image = noise(108, 1);
        Reduction reduction = Reduction.area(108, 32);
        byte[] reduced = new byte[1024];
        reduction.reduce(image, 0, reduced, 0);
        double[] means = reduction.means(image, 0);

        for (int i = 0; i < means.length; i++) {
            assertThat(Math.abs(means[i] - (reduced[i] & 0xFF))).isLessThanOrEqualTo(0.5);
        }
        assertThat(mean(numbers(reduced))).isCloseTo(mean(numbers(image)), within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"108, 32", "9, 4", "6, 3", "4, 4"})
    void areaAveragingIsTheIntegralOverEachCell(int from, int to) {
        byte[] image = noise(from, 3);
        double cell = from / (double) to;
        double[] means = Reduction.area(from, to).means(image, 0);

        for (int i = 0; i < to * to; i++) {
            double sum = 0;
            for (int y = 0; y < from; y++) {
                for (int x = 0; x < from; x++) {
                    sum += overlap(y, i / to * cell, cell)
                            * overlap(x, i % to * cell, cell)
                            * (image[y * from + x] & 0xFF);
                }
            }
            assertThat(means[i]).isCloseTo(sum / (cell * cell), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"108, 32", "9, 4", "6, 3", "4, 4", "5, 1"})
    void bilinearInterpolationIsThatAtTheMiddleOfEachNewPixel(int from, int to) {
        byte[] image = noise(from, 4);
        double[] means = Reduction.bilinear(from, to).means(image, 0);

        for (int i = 0; i < to * to; i++) {
            double y = (i / to + 0.5) * from / to - 0.5;
            double x = (i % to + 0.5) * from / to - 0.5;
            int top = (int) y;
            int left = (int) x;
            int bottom = Math.min(top + 1, from - 1);
            int right = Math.min(left + 1, from - 1);
            double expected = (1 - y + top) * (1 - x + left) * (image[top * from + left] & 0xFF)
                    + (1 - y + top) * (x - left) * (image[top * from + right] & 0xFF)
                    + (y - top) * (1 - x + left) * (image[bottom * from + left] & 0xFF)
                    + (y - top) * (x - left) * (image[bottom * from + right] & 0xFF);
            assertThat(means[i]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void readsAndWritesAtOffsets() {
        byte[] image = {99, 1, 3, 5, 8, 99};
        byte[] target = {7, 7, 7};

        Reduction.area(2, 1).reduce(image, 1, target, 1);

        assertThat(target).containsExactly(7, 4, 7);
    }

    @Test
    void enlargingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reduction.area(31, 32))
                .withMessage("from 31 to 32 pixels");
    }

    private static double overlap(int pixel, double start, double length) {
        return Math.max(0, Math.min(pixel + 1, start + length) - Math.max(pixel, start));
    }

    private static byte[] noise(int side, int seed) {
        byte[] image = new byte[side * side];
        new SplittableRandom(seed).nextBytes(image);
        return image;
    }

    private static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length];
        Arrays.setAll(numbers, i -> bytes[i] & 0xFF);
        return numbers;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }
}
