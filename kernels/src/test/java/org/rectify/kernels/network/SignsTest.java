package org.rectify.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Item 11. */
class SignsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 1000})
    void halfNegatesExactlyHalfRoundedDown(int outputs) {
        assertThat(Signs.of(SignMask.HALF, outputs, random(1)).negated()).isEqualTo(outputs / 2);
    }

    @Test
    void halfChoosesPlacesByTheStream() {
        float[] chosen = Signs.of(SignMask.HALF, 100, random(1)).toArray();

        assertThat(Signs.of(SignMask.HALF, 100, random(1)).toArray()).isEqualTo(chosen);
        assertThat(Signs.of(SignMask.HALF, 100, random(2)).toArray()).isNotEqualTo(chosen);
    }

    @Test
    void bernoulliNegatesAboutHalf() {
        assertThat(Signs.of(SignMask.BERNOULLI, 10_000, random(1)).negated()).isBetween(4_850, 5_150);
    }

    @Test
    void secondHalfNegatesTheLastOutputs() {
        assertThat(Signs.of(SignMask.SECOND_HALF, 5, random(1)).toArray()).containsExactly(1, 1, 1, -1, -1);
    }

    @Test
    void noneNegatesNothing() {
        assertThat(Signs.of(SignMask.NONE, 5, random(1)).allPositive()).isTrue();
    }

    @Test
    void onlyPlusAndMinusOneAreSigns() {
        assertThatThrownBy(() -> Signs.of(1, 0.5f)).hasMessageContaining("0.5");
    }

    private static RandomStream random(long seed) {
        return new RandomStreams(seed).stream("signs");
    }
}
