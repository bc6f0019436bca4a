package org.rectify.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Items 13 and 16. */
class SoftmaxOutputTest {

    @Test
    void isExactForHugePreActivations() {
        double[] s = {1e4, -1e4, 0, -1e4, -1e4, -1e4};

        SoftmaxOutput.logProbabilities(s, 0, 3);
        SoftmaxOutput.logProbabilities(s, 1, 3);

        assertThat(s[0]).isZero();
        assertThat(s[1]).isEqualTo(-2e4);
        assertThat(Arrays.copyOfRange(s, 3, 6)).containsOnly(new double[] {-Math.log(3)}, within(1e-11));
        assertThat(SoftmaxOutput.predicted(s, 0, 3)).isZero();
    }

    @Test
    void choosesTheFirstOfEqualClasses() {
        assertThat(SoftmaxOutput.predicted(new double[] {-1, -0.5, -0.5}, 0, 3)).isEqualTo(1);
    }

    @Test
    void gradientIsProbabilityLessOneAtTheLabel() {
        double[] logProbabilities = {Math.log(0.7), Math.log(0.3)};
        double[] gradient = new double[2];

        SoftmaxOutput.gradient(logProbabilities, 0, 2, 1, 0.5, gradient);

        assertThat(gradient).containsExactly(new double[] {0.35, -0.35}, within(1e-15));
    }
}
