package org.rectify.plugin.corruptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.random.RandomStream;

/** Item 35. */
class SaltAndPepperTest {

    @ParameterizedTest
    @CsvSource({"0.7, 0.0041", "0.5, 0.003", "0.8, 0.005"})
    void bothRatesOfTheAuthorsGridAreMetWithinThreeDeviations(double zeroingRate, double settingRate) {
        float[] clean = Rows.binary(2_000_000, 0.3);
        float[] corrupted = Rows.corrupted(new SaltAndPepper(zeroingRate, settingRate), clean, Rows.noise());
        int zeroed = 0;
        int set = 0;
        for (int i = 0; i < clean.length; i++) {
            zeroed += clean[i] == 1 && corrupted[i] == 0 ? 1 : 0;
            set += clean[i] == 0 && corrupted[i] == 1 ? 1 : 0;
        }
        assertWithinThreeDeviations(zeroed, Rows.count(clean, 1), zeroingRate);
        assertWithinThreeDeviations(set, Rows.count(clean, 0), settingRate);
    }

    @Test
    void binaryInputsStayBinary() {
        float[] corrupted = Rows.corrupted(new SaltAndPepper(0.8, 0.005), Rows.binary(50_000, 0.2), Rows.noise());
        assertThat(corrupted).containsOnly(0f, 1f);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.006", "0.5, 0.1", "0.3, 0.6"})
    void theDensityIsPreservedByItsRule(double zeroingRate, double density) {
        SaltAndPepper preserving =
                new SaltAndPepper(new SaltAndPepper.Options(zeroingRate, Optional.empty(), Optional.of(density)));
        assertThat(preserving.settingRate()).isEqualTo(zeroingRate * density / (1 - density));

        RandomStream random = Rows.noise();
        float[] clean = Rows.binary(5000, density);
        double before = 0;
        double after = 0;
        for (int presentation = 0; presentation < 1000; presentation++) {
            before += Rows.count(clean, 1);
            after += Rows.count(Rows.corrupted(preserving, clean, random), 1);
        }
        double expected = (before * (1 - zeroingRate) + (5e6 - before) * preserving.settingRate()) / 5e6;
        assertThat(expected).isCloseTo(density, within(0.05 * density));
        assertThat(after / 5e6).isCloseTo(expected, within(0.01 * expected));
    }

    /**
     * The number of zeros set in a row has the variance of independent draws, n p (1 - p): within 10 %, five deviations
     * of the estimate.
     */
    @Test
    void jumpsSetAsManyZerosAsSingleDrawsWould() {
        RandomStream random = Rows.noise();
        int rows = 5000;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            int set = Rows.count(Rows.corrupted(new SaltAndPepper(0.8, 0.005), new float[5000], random), 1);
            sum += set;
            squares += (double) set * set;
        }
        double mean = sum / rows;
        assertThat(mean).isCloseTo(25, within(5 * Math.sqrt(25 * 0.995 / rows)));
        assertThat(squares / rows - mean * mean).isCloseTo(25 * 0.995, within(0.1 * 25));
    }

    /** Gaps between the zeros set are geometric: at least k with probability (1 - p)^k. */
    @Test
    void gapsAreGeometric() {
        float[] corrupted = Rows.corrupted(new SaltAndPepper(0, 0.02), new float[4_000_000], Rows.noise());
        int hits = Rows.count(corrupted, 1);
        int[] atLeast = new int[200];
        int gap = 0;
        for (float value : corrupted) {
            if (value == 1) {
                for (int k = 0; k <= Math.min(gap, atLeast.length - 1); k++) {
                    atLeast[k]++;
                }
                gap = 0;
            } else {
                gap++;
            }
        }
        for (int k = 0; k < atLeast.length; k += 7) {
            double expected = Math.pow(0.98, k);
            assertThat((double) atLeast[k] / hits)
                    .as("gaps of at least %d", k)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / hits)));
        }
    }

    @Test
    void extremeRatesAreExact() {
        float[] clean = Rows.binary(3000, 0.5);
        float[] opposite = Rows.corrupted(new SaltAndPepper(1, 1), clean, Rows.noise());
        for (int i = 0; i < clean.length; i++) {
            assertThat(opposite[i]).isEqualTo(1 - clean[i]);
        }
        assertThat(Rows.corrupted(new SaltAndPepper(0, 0), clean, Rows.noise())).containsExactly(clean);
        assertThat(Rows.corrupted(new SaltAndPepper(0, Double.MIN_VALUE), clean, Rows.noise()))
                .containsExactly(clean);
    }

    @Test
    void theRangeHoldsWhatIsSet() {
        SaltAndPepper corruption = new SaltAndPepper(0.8, 0.005);
        assertThat(corruption.range(OutputRange.UNIT_INTERVAL)).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(corruption.range(new OutputRange(0, 0.5))).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(corruption.range(new OutputRange(2, 3))).isEqualTo(new OutputRange(0, 3));
        assertThat(new SaltAndPepper(0, 0).range(new OutputRange(0, 0.5))).isEqualTo(new OutputRange(0, 0.5));
    }

    @Test
    void ratesThatAreNoProbabilitiesAreRefused() {
        assertRefused(1.5, Optional.of(0.005), Optional.empty(), "zeroing-rate = 1.5: must be in [0, 1]");
        assertRefused(0.8, Optional.of(-0.1), Optional.empty(), "setting-rate = -0.1: must be in [0, 1]");
        assertRefused(0.8, Optional.empty(), Optional.of(1.0), "density = 1.0: must be in [0, 1)");
    }

    @Test
    void aDensityBesideARateIsRefused() {
        assertRefused(
                0.8,
                Optional.of(0.005),
                Optional.of(0.006),
                "density = 0.006: must be left out where setting-rate is given, or given in its place");
    }

    @Test
    void aDensityThatCannotBePreservedIsRefused() {
        assertRefused(
                1,
                Optional.empty(),
                Optional.of(0.6),
                "density = 0.6: must be at most 0.5 for zeroing-rate = 1.0: there are too few zeros to make up for the"
                        + " ones");
    }

    private static void assertRefused(
            double zeroingRate, Optional<Double> settingRate, Optional<Double> density, String message) {
        assertThatThrownBy(() -> new SaltAndPepper.Options(zeroingRate, settingRate, density))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }

    private static void assertWithinThreeDeviations(int count, int trials, double rate) {
        assertThat((double) count / trials).isCloseTo(rate, within(3 * Math.sqrt(rate * (1 - rate) / trials)));
    }
}
