package org.rectify.api.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Items 13 and 16. */
class SoftmaxLayerTest {

    private static final Targets SECOND_CLASS = new Targets() {
        @Override
        public int label(int example) {
            return 1;
        }

        @Override
        public double number(int example, int target) {
            throw new IllegalStateException("classes have no numbers");
        }
    };

    @Test
    void isExactForHugeScores() {
        double[] s = {1e4, -1e4, 0, -1e4, -1e4, -1e4};
        SoftmaxLayer layer = new SoftmaxLayer(3);

        layer.predict(s, 0);
        layer.predict(s, 3);

        assertThat(s[0]).isZero();
        assertThat(s[1]).isEqualTo(-2e4);
        assertThat(Arrays.copyOfRange(s, 3, 6)).containsOnly(new double[] {-Math.log(3)}, within(1e-11));
    }

    @Test
    void gradientIsProbabilityLessOneAtTheLabel() {
        double[] predictions = {Math.log(0.7), Math.log(0.3)};
        double[] gradient = new double[2];

        new SoftmaxLayer(2).gradient(predictions, 0, SECOND_CLASS, 0, gradient, 0);

        assertThat(gradient).containsExactly(new double[] {0.7, -0.7}, within(1e-15));
    }

    @Test
    void costIsTheNegativeLogarithmOfTheTrueClass() {
        double[] predictions = {9, Math.log(0.7), Math.log(0.3)};

        assertThat(new SoftmaxLayer(2).cost(predictions, 1, SECOND_CLASS, 0)).isEqualTo(-Math.log(0.3));
    }
}
