package org.rectify.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.testkit.TestContext;

class MnistPoolTest {

    @TempDir
    private static Path data;

    @BeforeAll
    static void writeFiles() throws IOException {
        Digits.writeNumbered(data.resolve("mnist"), "train", 60_000);
        Digits.writeNumbered(data.resolve("mnist"), "t10k", 10_000);
    }

    @Test
    void everyDigitIsInOneSplitWithItsLabel() {
        Dataset pool = pool(10_000, 2_000, 58_000, 1, 1);
        int[] occurrences = new int[60_000];
        for (Split split : List.of(pool.train(), pool.validation(), pool.test())) {
            int[] numbers = numbers(split);
            for (int row = 0; row < numbers.length; row++) {
                occurrences[numbers[row]]++;
                assertThat(split.label(row)).isEqualTo(numbers[row] % 10);
            }
        }

        assertThat(Arrays.copyOf(occurrences, 10_000)).containsOnly(2);
        assertThat(Arrays.copyOfRange(occurrences, 10_000, 60_000)).containsOnly(1);
    }

    @Test
    void splitsHaveTheSizesAskedFor() {
        Dataset pool = pool(10_000, 2_000, 50_000, 1, 1);

        assertThat(List.of(
                        pool.train().size(),
                        pool.validation().size(),
                        pool.test().size()))
                .containsExactly(10_000, 2_000, 50_000);
    }

    @Test
    void theSplitIsThatOfItsOwnSeedWhateverTheExperiments() {
        int[] test = numbers(pool(100, 10, 50, 1, 1).test());

        assertThat(numbers(pool(100, 10, 50, 1, 2).test())).isEqualTo(test);
        assertThat(numbers(pool(100, 10, 50, 2, 1).test())).isNotEqualTo(test);
    }

    @Test
    void moreThanAllDigitsAreRefused() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new MnistPoolOptions(10_000, 2_000, 58_001, 1, true))
                .withMessage(
                        "test-size = 58001: must be at most what train-size and validation-size leave of 70000, 58000");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new MnistPoolOptions(10_000, 0, 50_000, 1, true))
                .withMessage("validation-size = 0: must be in [1, 69998]");
    }

    private static Dataset pool(int train, int validation, int test, long splitSeed, long seed) {
        return new MnistPoolFactory()
                .create(
                        new MnistPoolOptions(train, validation, test, splitSeed, false),
                        TestContext.in(data).withDataDirectory(data).withSeed(seed));
    }

    /** The index of each digit in its file. */
    private static int[] numbers(Split split) {
        int[] numbers = new int[split.size()];
        for (int row = 0; row < numbers.length; row++) {
            float[] pixels = Digits.row(split, row);
            numbers[row] = Math.round(pixels[0] * 255) + 256 * Math.round(pixels[1] * 255);
        }
        return numbers;
    }
}
