package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.plugin.activations.KWinners.Options;
import org.rectify.testkit.Components;
import org.rectify.testkit.TestContext;

class KWinnersTest {

    @Test
    void theLargestOfEachExamplePassUnchangedAndNothingElseDoes() {
        assertThat(outputs(winners(2), new double[][] {{1, -2, 3, 0.5}, {-4, -1, -3, -2}}))
                .isEqualTo(new double[][] {{1, 0, 3, 0}, {0, -1, 0, -2}});
    }

    @Test
    void ofEqualsThoseOfLowerIndexWin() {
        assertThat(outputs(winners(2), new double[][] {{1, 5, 1, 1}, {2, 2, 2, 2}, {1, 1, 9, 9}}))
                .isEqualTo(new double[][] {{1, 5, 0, 0}, {2, 2, 0, 0}, {0, 0, 9, 9}});
    }

    @Test
    void agreesWithSortingWhateverTheNumbers() {
        RandomStream random = new RandomStreams(4).stream("winners");
        for (int round = 0; round < 200; round++) {
            int units = 1 + random.nextInt(60);
            int k = 1 + random.nextInt(units);
            // Few different numbers make many ties.
            double[] z = random.nextBoolean()
                    ? random(units, random::nextGaussian)
                    : random(units, () -> random.nextInt(5) - 2);
            assertThat(outputs(winners(k), new double[][] {z})[0]).containsExactly(bySorting(z, k));
        }
    }

    @Test
    void losersAndWinnersOfZeroAreZeroToTheBit() {
        double[] outputs = outputs(winners(2), new double[][] {{-0.0, -1, -2, -0.0}})[0];
        for (double output : outputs) {
            assertThat(Double.doubleToRawLongBits(output)).isZero();
        }
    }

    @Test
    void theGradientReachesWinnersAlone() {
        INDArray preActivations = Nd4j.createFromArray(new double[][] {{1, -2, 3, 0.5}, {-4, -1, -3, -2}});
        INDArray outputs = preActivations.ulike();
        winners(2).value(preActivations, outputs);
        INDArray gradients = preActivations.ulike();
        winners(2)
                .backward(
                        preActivations,
                        outputs,
                        Nd4j.createFromArray(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}),
                        gradients);
        assertThat(gradients.toDoubleMatrix()).isEqualTo(new double[][] {{1, 0, 3, 0}, {0, 6, 0, 8}});
    }

    @Test
    void aWinnerOfZeroIsSilentAndPassesNoGradient() {
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 1, 4);
        INDArray gradients = Nd4j.ones(DataType.DOUBLE, 1, 4);
        winners(2).backward(zeros, zeros, Nd4j.ones(DataType.DOUBLE, 1, 4), gradients);
        assertThat(Matrices.toDoubles(gradients)).containsOnly(0);
        assertThat(winners(2).silentAtZero()).isTrue();
    }

    @Test
    void aFractionIsOfTheUnitsToTheNearestWholeNumberAndAtLeastOne() {
        assertThat(active(new KWinners(Optional.empty(), 0.1), 1000)).isEqualTo(100);
        assertThat(active(new KWinners(Optional.empty(), 0.1), 26)).isEqualTo(3);
        assertThat(active(new KWinners(Optional.empty(), 0.1), 24)).isEqualTo(2);
        assertThat(active(new KWinners(Optional.empty(), 0.001), 10)).isEqualTo(1);
        assertThat(active(new KWinners(Optional.empty(), 1), 10)).isEqualTo(10);
        assertThat(active((KWinners) Named.of("k-winners"), 50)).isEqualTo(5);
        assertThat(active(winners(7), 50)).isEqualTo(7);
    }

    @Test
    void moreWinnersThanALayerHasUnitsAreRefused() {
        TestContext context = TestContext.in(Path.of("")).withHiddenLayers(40, 30, 50);
        assertThat(make(Optional.of(30), context)).isEqualTo(winners(30));
        assertThatThrownBy(() -> make(Optional.of(31), context))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("k = 31: must be at most 30, the units of the smallest hidden layer");
        assertThat(make(Optional.empty(), context)).isEqualTo(Named.of("k-winners"));
    }

    @Test
    void aNumberAndAFractionAreRefusedTogether() {
        assertThatThrownBy(() -> new Options(Optional.of(5), 0.2))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("fraction = 0.2: must be left out where k is given");
    }

    private static Activation make(Optional<Integer> k, TestContext context) {
        Options defaults = Components.defaultOptions(Options.class);
        return KWinners.of(new Options(k, defaults.fraction()), context.hiddenLayers());
    }

    private static KWinners winners(int k) {
        return new KWinners(Optional.of(k), 0.1);
    }

    private static long active(KWinners activation, int units) {
        RandomStream random = new RandomStreams(6).stream("active");
        double[] outputs = outputs(activation, new double[][] {random(units, random::nextGaussian)})[0];
        return Arrays.stream(outputs).filter(a -> a != 0).count();
    }

    private static double[] bySorting(double[] z, int k) {
        Set<Integer> winners = IntStream.range(0, z.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -z[i]).thenComparing(i -> i))
                .limit(k)
                .collect(Collectors.toSet());
        double[] outputs = new double[z.length];
        Arrays.setAll(outputs, i -> winners.contains(i) ? z[i] : 0);
        return outputs;
    }

    private static double[] random(int length, DoubleSupplier number) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> number.getAsDouble());
        return numbers;
    }

    private static double[][] outputs(Activation activation, double[][] preActivations) {
        INDArray z = Nd4j.createFromArray(preActivations);
        INDArray outputs = z.ulike();
        activation.value(z, outputs);
        return outputs.toDoubleMatrix();
    }
}
