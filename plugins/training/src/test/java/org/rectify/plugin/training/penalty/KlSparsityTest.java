package org.rectify.plugin.training.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Objection;
import org.rectify.api.component.PerLayer;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.Task;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TestFacts;

class KlSparsityTest {

    private static final PerLayer<Double> ONE = PerLayer.all(1.0);

    @Test
    void costsTheDivergenceOfEachUnitsMeanFromTheTarget() {
        INDArray outputs = Nd4j.createFromArray(new double[][] {{0.2, 0.75}, {0.3, 0.25}});
        INDArray gradients = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 0}});

        // The first unit is at its target; the second pays 1/4 log(1/2) + 3/4 log(3/2), with slope (3/4) / (1/2) -
        // (1/4) / (1/2).
        double cost = penalty(0.25, PerLayer.all(3.0)).cost(0, outputs, gradients);

        assertThat(cost).isCloseTo(3 * 0.130812035941, within(1e-11));
        assertThat(Matrices.toDoubles(gradients)).containsExactly(new double[] {1, 1.5, 0, 1.5}, within(1e-12));
        assertThat(Matrices.toDoubles(outputs)).containsExactly(0.2, 0.75, 0.3, 0.25);
    }

    @Test
    void eachLayerPaysItsOwnCoefficient() {
        OutputPenalty penalty = penalty(0.05, new PerLayer<>(List.of(1.0, 0.0, 2.0)));

        assertThat(cost(penalty, 1, 0.5)).isZero();
        assertThat(cost(penalty, 2, 0.5)).isEqualTo(2 * cost(penalty, 0, 0.5));
    }

    @ParameterizedTest(name = "mean {0} for the target {1}")
    @CsvSource({
        "0, 0.05",
        "0.0004, 0.05",
        "0.02, 0.05",
        "0.05, 0.05",
        "0.7, 0.05",
        "0.999, 0.05",
        "1, 0.05",
        "40, 0.05",
        "0.0004, 0.003",
        "0.9, 0.98",
        "0.9999, 0.98",
        "3, 0.98"
    })
    void derivativesAgreeWithFiniteDifferences(double mean, double target) {
        OutputPenalty penalty = penalty(target, ONE);
        double difference = (cost(penalty, 0, mean + 1e-7) - cost(penalty, 0, mean - 1e-7)) / 2e-7;

        assertThat(slope(penalty, mean)).isCloseTo(difference, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.05, 0.5, 0.999})
    void isSmallestAtTheTargetAndRisesOnEitherSide(double target) {
        OutputPenalty penalty = penalty(target, ONE);
        double[] below = {0, target * 1e-6, target / 100, target / 2, target};
        double[] above = {target, target + (1 - target) / 2, 1 - (1 - target) / 1e6, 1, 2, 1e6};

        assertThat(cost(penalty, 0, target)).isCloseTo(0, within(1e-12));
        for (int i = 1; i < below.length; i++) {
            assertThat(cost(penalty, 0, below[i])).isFinite().isLessThan(cost(penalty, 0, below[i - 1]));
        }
        for (int i = 1; i < above.length; i++) {
            assertThat(cost(penalty, 0, above[i])).isFinite().isGreaterThan(cost(penalty, 0, above[i - 1]));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.05, 0.5, 0.999})
    void pushesNoHarderThanAHundredfold(double target) {
        OutputPenalty penalty = penalty(target, ONE);

        assertThat(slope(penalty, 0)).isBetween(-100.0, -98.0);
        assertThat(slope(penalty, 1)).isEqualTo(slope(penalty, 1e6)).isBetween(98.0, 100.0);
    }

    @Test
    void takesNumbersOfBothWidths() {
        INDArray outputs = Nd4j.createFromArray(new float[][] {{0.5f, 0}, {0.5f, 0}});
        INDArray gradients = Nd4j.zeros(DataType.FLOAT, 2, 2);

        penalty(0.25, ONE).cost(0, outputs, gradients);

        assertThat(Matrices.toFloats(gradients)[2]).isEqualTo(0.5f);
    }

    @Test
    void refusesOutputsBelowZero() {
        KlSparsity.Options options = new KlSparsity.Options(0.05, ONE);

        assertThat(new KlSparsity().check(options, ranging(OutputRange.NON_NEGATIVE)))
                .isEmpty();
        assertThat(new KlSparsity().check(options, ranging(OutputRange.UNIT_INTERVAL)))
                .isEmpty();
        assertThat(new KlSparsity().check(options, ranging(OutputRange.SIGNED_UNIT_INTERVAL)))
                .containsExactly(Objection.of(
                        "hidden outputs lie in [-1.0, 1.0], and a mean of numbers below 0 is no activity",
                        "an activation whose outputs are not negative"));
    }

    private static TestFacts ranging(OutputRange range) {
        return TestFacts.of(Task.CLASSIFICATION).withHiddenLayers(new LayerFacts(3, 3, range, true, false));
    }

    /** Of two examples with this output on average. */
    private static double cost(OutputPenalty penalty, int layer, double mean) {
        INDArray outputs = Nd4j.createFromArray(new double[][] {{mean * 1.5}, {mean * 0.5}});
        return penalty.cost(layer, outputs, Nd4j.zeros(DataType.DOUBLE, 2, 1));
    }

    /** With respect to the mean. */
    private static double slope(OutputPenalty penalty, double mean) {
        INDArray gradients = Nd4j.zeros(DataType.DOUBLE, 2, 1);
        penalty.cost(0, Nd4j.createFromArray(new double[][] {{mean}, {mean}}), gradients);
        return gradients.sumNumber().doubleValue();
    }

    private static OutputPenalty penalty(double target, PerLayer<Double> coefficient) {
        return (OutputPenalty)
                new KlSparsity().create(new KlSparsity.Options(target, coefficient), TestContext.in(Path.of("")));
    }
}
