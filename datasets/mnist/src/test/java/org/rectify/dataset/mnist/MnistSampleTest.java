package org.rectify.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.testkit.TestContext;

class MnistSampleTest {

    private final Dataset sample = sample(5_000);

    @Test
    void holdsFiveThousandOneThousandAndOneThousandDigits() {
        assertThat(List.of(
                        sample.train().size(),
                        sample.validation().size(),
                        sample.test().size()))
                .containsExactly(5_000, 1_000, 1_000);
        assertThat(sample.info().shape()).containsExactly(1, 28, 28);
        assertThat(sample.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(sample.info().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(sample.info().source()).contains("LeCun", "CC BY-SA 3.0");
        assertThat(sample.info().checksums())
                .hasSize(4)
                .allSatisfy((path, sum) -> assertThat(sum).matches("[0-9a-f]{64}"));
    }

    @Test
    void holdsEachClassEquallyOften() {
        assertThat(Digits.histogram(sample.train())).isEqualTo(Collections.nCopies(10, 500));
        assertThat(Digits.histogram(sample.validation())).isEqualTo(Collections.nCopies(10, 100));
        assertThat(Digits.histogram(sample.test())).isEqualTo(Collections.nCopies(10, 100));
    }

    @Test
    void noDigitIsInTwoSplits() {
        Set<Long> all = new HashSet<>();
        for (Split split : List.of(sample.train(), sample.validation(), sample.test())) {
            all.addAll(Digits.hashes(split));
        }

        assertThat(all).hasSize(7_000);
    }

    @Test
    void pixelsFillTheUnitInterval() {
        List<Double> pixels = Digits.pixels(sample.train());

        assertThat(pixels.get(0)).isZero();
        assertThat(pixels.get(1)).isBetween(0.12, 0.14);
        assertThat(pixels.get(2)).isEqualTo(1);
    }

    @Test
    void aSmallerTrainSizeTakesTheFirstExamples() {
        Dataset smaller = sample(7);

        assertThat(smaller.train().size()).isEqualTo(7);
        assertThat(Digits.row(smaller.train(), 6)).isEqualTo(Digits.row(sample.train(), 6));
        assertThat(Digits.row(smaller.validation(), 0)).isEqualTo(Digits.row(sample.validation(), 0));
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new MnistSampleOptions(5_001))
                .withMessage("train-size = 5001: must be in [1, 5000]");
    }

    @Test
    void isWhatTheSampleMakerMakesOfTheOfficialFiles() {
        Map<String, IdxArray> made = SampleMaker.make(RealData.directory());

        assertThat(made)
                .hasSize(4)
                .allSatisfy((name, content) -> assertThat(sample.info()
                                .checksums()
                                .get(Path.of("mnist-sample", name).toString()))
                        .isEqualTo(Checksums.sha256(content)));
    }

    private static Dataset sample(int trainSize) {
        return new MnistSampleFactory()
                .create(new MnistSampleOptions(trainSize), TestContext.in(Path.of("no-such-folder")));
    }
}
