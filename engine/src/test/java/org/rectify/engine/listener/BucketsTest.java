package org.rectify.engine.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rectify.api.listener.Histogram;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

class BucketsTest {

    private final Buckets buckets = new Buckets();

    @Test
    void bothZerosLieInABucketThatBeginsWithThem() {
        Histogram histogram = count(0f, -0f, 0f, -1f, 1f);

        int zeros = histogram.limits().indexOf(1e-12);
        assertThat(histogram.limits().get(zeros - 1)).isEqualTo(0);
        assertThat(histogram.counts().get(zeros)).isEqualTo(3);
        assertThat(histogram.counts().get(zeros - 1)).isZero();
    }

    @Test
    void aBucketHoldsItsLowerEndAndNotItsUpper() {
        double limit = count(1f).limits().get(0);
        float below = Math.nextDown((float) limit) < limit ? Math.nextDown((float) limit) : (float) limit;

        assertThat(limit).isGreaterThan(1);
        assertThat(count(below).limits()).containsExactly(limit);
        assertThat(count(Math.nextUp((float) limit)).limits().get(0)).isGreaterThan(limit);
        assertThat(count(0f).limits()).as("0 is a limit itself").containsExactly(1e-12);
    }

    /** Beside a plain count between limits. */
    @Test
    void everyNumberIsCountedWhereItLies() {
        float[] numbers = new float[5000];
        RandomStream random = new RandomStreams(1).stream("numbers");
        for (int i = 0; i < numbers.length; i++) {
            double scale = Math.pow(10, random.nextInt(20) - 15);
            numbers[i] = i % 7 == 0 ? 0 : (float) (random.nextDouble(-1, 1) * scale);
        }

        Histogram histogram = count(numbers);

        double from = Double.NEGATIVE_INFINITY;
        for (int bucket = 0; bucket < histogram.limits().size(); bucket++) {
            double end = histogram.limits().get(bucket);
            long expected = 0;
            for (float number : numbers) {
                expected += number >= from && number < end ? 1 : 0;
            }
            assertThat(histogram.counts().get(bucket))
                    .as("numbers from %s to %s", from, end)
                    .isEqualTo(expected);
            from = end;
        }
        assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(numbers.length);
        assertThat(histogram.count()).isEqualTo(numbers.length);
    }

    @Test
    void bucketsAboveZeroGrowByATenthAndThoseBelowMirrorThem() {
        List<Double> limits = count(-100f, 100f).limits();

        int zero = limits.indexOf(0.0);
        for (int i = 1; i <= 300; i++) {
            assertThat(limits.get(zero - i)).isEqualTo(-limits.get(zero + i));
            assertThat(limits.get(zero + i + 1) / limits.get(zero + i)).isCloseTo(1.1, Offset.offset(1e-9));
        }
    }

    @Test
    void summaryNumbersAreThoseOfAllNumbers() {
        Histogram histogram = count(-2f, 0.5f, 1f, 0f);

        assertThat(histogram.lowest()).isEqualTo(-2);
        assertThat(histogram.highest()).isEqualTo(1);
        assertThat(histogram.sum()).isEqualTo(-0.5);
        assertThat(histogram.sumOfSquares()).isEqualTo(5.25);
        assertThat(histogram.counts().get(0)).isEqualTo(1);
        assertThat(histogram.counts().get(histogram.counts().size() - 1)).isEqualTo(1);
    }

    @Test
    void whatIsNotFiniteIsLeftOut() {
        assertThat(count(Float.NaN, 3f, Float.NEGATIVE_INFINITY, Float.MAX_VALUE)
                        .count())
                .isEqualTo(2);
        assertThat(buckets.count(new float[] {Float.NaN, Float.POSITIVE_INFINITY}))
                .isEmpty();
        assertThat(buckets.count(new float[0])).isEmpty();
    }

    private Histogram count(float... numbers) {
        return buckets.count(numbers).orElseThrow();
    }
}
