package org.rectify.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.Dataset;
import org.rectify.testkit.TestContext;

/** Item 59's check: a deep network learns what logistic regression cannot. */
class SyntheticDifficultyTest {

    private static final TestContext CONTEXT = TestContext.in(Path.of("no-such-folder"));
    private static final Dataset DIGITS = SyntheticTest.generate(1, 5_000, 1, 1_000);

    @Test
    void aSmallDeepNetworkBeatsLogisticRegression() {
        double logisticRegression = error(DIGITS, List.of(784, 10), 3, 0.01f);
        double deepNetwork = error(DIGITS, List.of(784, 40, 40, 40, 10), 3, 0.01f);

        assertThat(logisticRegression).isBetween(0.2, 0.4);
        assertThat(deepNetwork).isLessThan(0.16);
    }

    @Test
    @Tag("slow")
    void aNetworkOfThreeTimesTwoHundredUnitsErrsOnFewerThanSevenInAHundred() {
        double logisticRegression = error(DIGITS, List.of(784, 10), 15, 0.01f);
        double deepNetwork = error(DIGITS, List.of(784, 200, 200, 200, 10), 15, 0.01f);

        assertThat(logisticRegression).isBetween(0.2, 0.4);
        assertThat(deepNetwork).isLessThan(0.07);
    }

    @Test
    void aSmallDeepNetworkBeatsLogisticRegressionOnStereoPairs() {
        Dataset pairs = new SyntheticStereoFactory().create(new SyntheticStereoOptions(4_000, 1, 1_000, 0.03), CONTEXT);

        double logisticRegression = error(pairs, List.of(2_048, 6), 5, 0.003f);
        double deepNetwork = error(pairs, List.of(2_048, 40, 40, 40, 6), 5, 0.003f);

        assertThat(logisticRegression).isBetween(0.5, 0.8);
        assertThat(deepNetwork).isLessThan(0.25);
    }

    @Test
    void aSmallDeepNetworkBeatsLogisticRegressionOnTextures() {
        Dataset textures =
                new SyntheticTexturesFactory().create(new SyntheticTexturesOptions(4_000, 1, 1_000, 0.05), CONTEXT);

        double logisticRegression = error(textures, List.of(3_072, 10), 5, 0.003f);
        double deepNetwork = error(textures, List.of(3_072, 40, 40, 40, 10), 5, 0.003f);

        assertThat(logisticRegression).isBetween(0.6, 0.85);
        assertThat(deepNetwork).isLessThan(0.4);
    }

    private static double error(Dataset dataset, List<Integer> sizes, int epochs, float rate) {
        SmallNetwork network = new SmallNetwork(sizes, 1);
        network.learn(dataset.train(), epochs, rate, 2);
        return network.errorRate(dataset.test());
    }
}
