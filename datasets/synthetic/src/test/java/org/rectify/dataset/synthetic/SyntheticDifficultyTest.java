package org.rectify.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.Dataset;

/** Item 59's check: a deep network learns what logistic regression cannot. */
class SyntheticDifficultyTest {

    private final Dataset digits = SyntheticTest.generate(1, 5_000, 1, 1_000);

    @Test
    void aSmallDeepNetworkBeatsLogisticRegression() {
        double logisticRegression = error(List.of(784, 10), 3);
        double deepNetwork = error(List.of(784, 40, 40, 40, 10), 3);

        assertThat(logisticRegression).isBetween(0.2, 0.4);
        assertThat(deepNetwork).isLessThan(0.16);
    }

    @Test
    @Tag("slow")
    void aNetworkOfThreeTimesTwoHundredUnitsErrsOnFewerThanSevenInAHundred() {
        double logisticRegression = error(List.of(784, 10), 15);
        double deepNetwork = error(List.of(784, 200, 200, 200, 10), 15);

        assertThat(logisticRegression).isBetween(0.2, 0.4);
        assertThat(deepNetwork).isLessThan(0.07);
    }

    private double error(List<Integer> sizes, int epochs) {
        SmallNetwork network = new SmallNetwork(sizes, 1);
        network.learn(digits.train(), epochs, 0.01f, 2);
        return network.errorRate(digits.test());
    }
}
