package org.rectify.api.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a penalty has without its author's doing. */
class PenaltyTest {

    private static final ElementwisePenalty HALF_SQUARE = new ElementwisePenalty() {
        @Override
        public double value(int layer, double a) {
            return (layer + 1) * a * a / 2;
        }

        @Override
        public double derivative(int layer, double a) {
            return (layer + 1) * a;
        }
    };

    @Test
    void theCostOfARangeIsTheSumOfItsOutputsCosts() {
        float[] outputs = {100, 1, -2, 3, 100};

        assertThat(HALF_SQUARE.value(0, outputs, 1, 4)).isEqualTo(7);
        assertThat(HALF_SQUARE.value(1, outputs, 1, 4)).isEqualTo(14);
        assertThat(HALF_SQUARE.value(0, outputs, 2, 2)).isZero();
    }

    @Test
    void smallCostsAreNotLostBesideLargeOnes() {
        float[] outputs = new float[1001];
        outputs[0] = 1e4f;
        Arrays.fill(outputs, 1, outputs.length, 1);

        assertThat(HALF_SQUARE.value(0, outputs, 0, outputs.length)).isEqualTo(5e7 + 500);
    }
}
