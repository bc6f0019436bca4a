package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** The hidden unit of item 91 against sums and integrals in double. */
class NoisyRectifierTest {

    private static final int DRAWS = 200_000;

    /** The sum is the midpoint rule for the integral that the softplus is: off by sigmoid'(x) / 24 in the first place. */
    @Test
    void binaryUnitsOfShiftedBiasesAddUpToTheSoftplus() {
        for (double x = -10; x <= 10; x += 0.125) {
            double sum = 0;
            for (int i = 1; i <= 40; i++) {
                sum += sigmoid(x - i + 0.5);
            }
            double softplus = Math.log1p(Math.exp(x));
            double correction = sigmoid(x) * sigmoid(-x) / 24;
            assertThat(sum).as("sum at %s", x).isCloseTo(softplus, within(0.011));
            assertThat(sum + correction).as("corrected sum at %s", x).isCloseTo(softplus, within(0.001));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-5, -2, -0.5f, 0, 0.5f, 2, 5, 30})
    void drawsHaveTheMeanAndVarianceOfARectifiedNormalOfVarianceSigmoid(float x) {
        RandomStream noise = new RandomStreams(91).stream("draws");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double draw = NoisyRectifier.sample(x, noise);
            sum += draw;
            squares += draw * draw;
        }
        double mean = moment(x, 1);
        double variance = moment(x, 2) - mean * mean;
        double fourth = moment(x, 4);
        assertThat(sum / DRAWS).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(moment(x, 2), within(5 * Math.sqrt(fourth / DRAWS)));
    }

    /** The mistake item 91 warns of: at -0.5 the standard deviation is 0.614, not 0.378. */
    @Test
    void sigmoidIsTheVarianceAndNotTheStandardDeviation() {
        RandomStream noise = new RandomStreams(91).stream("draws");
        int positive = 0;
        for (int i = 0; i < DRAWS; i++) {
            positive += NoisyRectifier.sample(-0.5f, noise) > 0 ? 1 : 0;
        }
        // The probability that a normal number exceeds 0.5 / sqrt(sigmoid(-0.5)) = 0.8137.
        assertThat(positive / (double) DRAWS).isCloseTo(0.2079, within(0.005));
    }

    @Test
    void withoutNoiseItIsTheRectifier() {
        assertThat(NoisyRectifier.noiseFree(-3)).isZero();
        assertThat(NoisyRectifier.noiseFree(2.5f)).isEqualTo(2.5f);
        assertThat(NoisyRectifier.noiseFree(Float.NaN)).isNaN();
    }

    @Test
    void aDrawOfNaNIsNaN() {
        assertThat(NoisyRectifier.sample(Float.NaN, new RandomStreams(91).stream("draws")))
                .isNaN();
    }

    /** The moment of max(0, x + n) by the midpoint rule over eight standard deviations. */
    private static double moment(double x, int power) {
        double deviation = Math.sqrt(sigmoid(x));
        int steps = 100_000;
        double width = 16.0 / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double t = -8 + (i + 0.5) * width;
            sum += Math.pow(Math.max(0, x + deviation * t), power) * Math.exp(-t * t / 2);
        }
        return sum * width / Math.sqrt(2 * Math.PI);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
