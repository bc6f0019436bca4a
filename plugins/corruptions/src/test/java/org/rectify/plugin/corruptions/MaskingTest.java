package org.rectify.plugin.corruptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.random.RandomStream;

/** Item 34. */
class MaskingTest {

    @Test
    void aQuarterOfAMillionComponentsIsMasked() {
        float[] corrupted = Rows.corrupted(new Masking(0.25), Rows.filled(1_000_000, 0.7f), Rows.noise());
        assertThat(Rows.count(corrupted, 0) / 1e6).isCloseTo(0.25, within(0.005));
    }

    @Test
    void survivorsAreNotRescaled() {
        float[] clean = new float[1000];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (i - 500) / 7f;
        }
        float[] corrupted = Rows.corrupted(new Masking(0.25), clean, Rows.noise());
        for (int i = 0; i < clean.length; i++) {
            assertThat(corrupted[i]).isIn(0f, clean[i]);
        }
        assertThat(Rows.count(corrupted, 0)).isBetween(150, 350);
    }

    @Test
    void rate0IsTheIdentityAndRate1MasksAll() {
        float[] clean = Rows.binary(1000, 0.5);
        assertThat(Rows.corrupted(new Masking(0), clean, Rows.noise())).containsExactly(clean);
        assertThat(Rows.corrupted(new Masking(1), clean, Rows.noise())).containsOnly(0f);
    }

    @Test
    void nothingIsDrawnForZeros() {
        RandomStream random = Rows.noise();
        assertThat(Rows.corrupted(new Masking(0.25), new float[500], random)).containsOnly(0f);
        assertThat(random.nextLong()).isEqualTo(Rows.noise().nextLong());
    }

    @Test
    void negativeZerosOfHalfNegatedCodesAreZeros() {
        float[] code = Rows.filled(500, -0.0f);
        code[200] = -2;
        float[] corrupted = Rows.corrupted(new Masking(0.25), code, Rows.noise());
        assertThat(Rows.count(corrupted, 0) + Rows.count(corrupted, -2)).isEqualTo(500);
    }

    @Test
    void aComponentAmongZerosIsMaskedAtTheSameRate() {
        RandomStream random = Rows.noise();
        int masked = 0;
        for (int i = 0; i < 40_000; i++) {
            float[] clean = new float[130];
            clean[i % 130] = 1;
            masked += Rows.count(Rows.corrupted(new Masking(0.25), clean, random), 0) == 130 ? 1 : 0;
        }
        assertThat(masked / 40_000.0).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 40_000)));
    }

    @Test
    void nanIsKeptOrMasked() {
        float[] corrupted = Rows.corrupted(new Masking(0.25), Rows.filled(1000, Float.NaN), Rows.noise());
        assertThat(corrupted).contains(Float.NaN).contains(0f);
    }

    @Test
    void theRangeHoldsZeroToo() {
        assertThat(new Masking(0.25).range(new OutputRange(2, 3))).isEqualTo(new OutputRange(0, 3));
        assertThat(new Masking(0.25).range(OutputRange.SIGNED_UNIT_INTERVAL))
                .isEqualTo(OutputRange.SIGNED_UNIT_INTERVAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -0.1, Double.NaN})
    void ratesThatAreNoProbabilitiesAreRefused(double rate) {
        assertThatThrownBy(() -> new Masking.Options(rate))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("rate = " + rate + ": must be in [0, 1]");
    }
}
