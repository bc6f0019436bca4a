package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * What every initializer must satisfy; its author extends this class and names the initializer.
 *
 * <pre>{@code
 * class GaussianTest extends InitializerContract {
 *     @Override
 *     protected Initializer initializer() {
 *         return Components.make(new MyPlugin().initializers(), "gaussian");
 *     }
 *
 *     @Override
 *     protected OptionalDouble variance(int inputs, int units) {
 *         return OptionalDouble.of(0.01 * 0.01);
 *     }
 * }
 * }</pre>
 *
 * <p>Checked are layers of several shapes, of a single input and of a single unit among them, in 32 and 64 bits: every weight
 * is filled, is finite, and depends on the shape and the stream alone; numbers are taken from the stream row after row; memory
 * layouts. Where {@link #variance} is known, it is compared with that of many weights, within 5 standard deviations. A {@link
 * DataDependentInitializer} is shown examples too, zeros and equal ones among them.
 *
 * @since 0.2
 */
public abstract class InitializerContract {

    private static final List<DataType> TYPES = List.of(DataType.FLOAT, DataType.DOUBLE);
    private static final int[][] SHAPES = {{13, 7}, {7, 13}, {12, 12}, {1, 9}, {9, 1}, {1, 1}};
    private static final float SENTINEL = -7.25f;
    private static final double DEVIATIONS = 5;

    /** The initializer under test. */
    protected abstract Initializer initializer();

    /** Whether chance has a part in the weights; overridden where it has none. */
    protected boolean isRandom() {
        return true;
    }

    /**
     * Whether weights are drawn one after another, each from the same distribution but for a scale that the shape decides;
     * overridden where they depend on one another.
     */
    protected boolean drawsWeightByWeight() {
        return isRandom();
    }

    /**
     * The variance of the weights of a layer; empty, the default, where it is not known.
     *
     * @param inputs fan-in
     * @param units fan-out
     */
    protected OptionalDouble variance(int inputs, int units) {
        return OptionalDouble.empty();
    }

    @Test
    final void everyWeightIsFilledAndFinite() {
        for (DataType type : TYPES) {
            for (int[] shape : SHAPES) {
                assertThat(Agreement.those(filled(type, shape, stream("init")), weight -> !Double.isFinite(weight)))
                        .as("weights of type %s of a layer %s that are not filled, or not finite", type, name(shape))
                        .isEmpty();
            }
        }
    }

    @Test
    final void theSameStreamGivesTheSame() {
        Initializer initializer = initializer();
        for (DataType type : TYPES) {
            for (int[] shape : SHAPES) {
                INDArray once = filled(initializer, type, shape, stream("init"));
                filled(initializer, type, new int[] {5, 3}, stream("another layer"));
                Agreement.assertSame(
                        "weights of a layer " + name(shape) + ", filled again from the same stream",
                        once,
                        filled(initializer, type, shape, stream("init")));
                Agreement.assertSame(
                        "weights of a layer " + name(shape) + ", filled by another object of the same kind",
                        once,
                        filled(type, shape, stream("init")));
            }
        }
    }

    @Test
    final void whatWasThereChangesNothing() {
        for (DataType type : TYPES) {
            INDArray weights = Nd4j.valueArrayOf(new long[] {13, 7}, SENTINEL, type);
            initializer().fill(weights, stream("init"));
            Agreement.assertSame(
                    "weights of type " + type + ", filled over other numbers",
                    filled(type, SHAPES[0], stream("init")),
                    weights);
        }
    }

    @Test
    final void anotherStreamGivesOtherWeights() {
        assumeTrue(isRandom(), "nothing is left to chance");
        INDArray first = filled(DataType.FLOAT, SHAPES[0], stream("init/layer-1"));
        INDArray second = filled(DataType.FLOAT, SHAPES[0], stream("init/layer-2"));
        assertThat(first.equalsWithEps(second, 0))
                .as("two streams give the same weights")
                .isFalse();
    }

    @Test
    final void theGlobalGeneratorIsLeftAlone() {
        Random global = Nd4j.getRandom();
        List<Long> before = List.of(global.rootState(), global.nodeState());
        filled(DataType.FLOAT, SHAPES[0], stream("init"));
        assertThat(List.of(global.rootState(), global.nodeState()))
                .as("state of ND4J's global generator, which nobody may draw from")
                .isEqualTo(before);
    }

    @Test
    final void weightsAreDrawnRowAfterRow() {
        assumeTrue(drawsWeightByWeight(), "weights depend on one another");
        for (int units : new int[] {5, 1}) {
            double[] few = Matrices.toDoubles(filled(DataType.DOUBLE, new int[] {4, units}, stream("init")));
            double[] many = Matrices.toDoubles(filled(DataType.DOUBLE, new int[] {9, units}, stream("init")));
            assertThat(correlation(few, Arrays.copyOf(many, few.length)))
                    .as(
                            "correlation of the weights of 4 inputs with those of the first 4 of 9, from the same stream, to %d units",
                            units)
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    final void bothPrecisionsAgree() {
        for (int[] shape : SHAPES) {
            Agreement.assertAgree(
                    "weights of 32 bits of a layer " + name(shape),
                    filled(DataType.DOUBLE, shape, stream("init")),
                    filled(DataType.FLOAT, shape, stream("init")),
                    1e-6);
        }
    }

    @Test
    final void everyLayoutInMemoryWillDo() {
        for (DataType type : TYPES) {
            for (int[] shape : SHAPES) {
                INDArray expected = filled(type, shape, stream("init"));
                for (MatrixLayout layout : MatrixLayout.values()) {
                    INDArray weights = layout.empty(type, shape[0], shape[1]);
                    initializer().fill(weights, stream("init"));
                    Agreement.assertAgree(
                            "weights of a layer " + name(shape) + " in layout " + layout, expected, weights, 1e-6);
                }
            }
        }
    }

    @Test
    final void whatSurroundsAViewIsLeftUntouched() {
        for (DataType type : TYPES) {
            INDArray around = Nd4j.valueArrayOf(new long[] {15, 10}, SENTINEL, type);
            initializer().fill(MatrixLayout.inside(around), stream("init"));
            MatrixLayout.inside(around).assign(SENTINEL);
            assertThat(Agreement.those(around, value -> value != SENTINEL))
                    .as("what surrounds weights filled into a view")
                    .isEmpty();
        }
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        Initializer initializer = initializer();
        List<Runnable> works = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String name = "thread-" + thread;
            int[] shape = {9 + thread, 8};
            INDArray expected = filled(initializer, DataType.FLOAT, shape, stream(name));
            works.add(() -> {
                for (int round = 0; round < 25; round++) {
                    Agreement.assertSame(
                            "weights filled among threads",
                            expected,
                            filled(initializer, DataType.FLOAT, shape, stream(name)));
                }
            });
        }
        Threads.runAll(works);
    }

    @Test
    final void theVarianceIsAsDeclared() {
        for (int[] shape : new int[][] {{200, 60}, {60, 200}, {1, 4000}, {4000, 1}}) {
            OptionalDouble declared = variance(shape[0], shape[1]);
            if (declared.isPresent()) {
                double[] weights = Matrices.toDoubles(filled(DataType.DOUBLE, shape, stream("variance")));
                double mean = Arrays.stream(weights).average().orElseThrow();
                double variance = centralMoment(weights, mean, 2);
                double error =
                        Math.sqrt(Math.max(0, centralMoment(weights, mean, 4) - variance * variance) / weights.length);
                assertThat(variance)
                        .as("variance of the weights of a layer %s", name(shape))
                        .isCloseTo(
                                declared.getAsDouble(),
                                within(DEVIATIONS * error + declared.getAsDouble() / weights.length));
            }
        }
    }

    @Test
    final void itLooksAtExamples() {
        DataDependentInitializer initializer = dataDependent();
        assertThat(initializer.examples()).as("examples it looks at").isPositive();
        INDArray inputs = Probes.inside(OutputRange.NON_NEGATIVE, DataType.FLOAT, 20, 13);
        INDArray weights = filled(initializer, inputs, 7);
        assertThat(filled(initializer, inputs.mul(10), 7).equalsWithEps(weights, 0))
                .as("inputs that are ten times as large give the same weights")
                .isFalse();
    }

    @Test
    final void anyInputsGiveFiniteWeights() {
        DataDependentInitializer initializer = dataDependent();
        for (DataType type : TYPES) {
            for (int examples : new int[] {1, 2, 50}) {
                for (int[] shape : SHAPES) {
                    INDArray inputs = Probes.inside(OutputRange.NON_NEGATIVE, type, examples, shape[0]);
                    assertFinite("%d examples".formatted(examples), filled(initializer, inputs, shape[1]));
                    assertFinite(
                            "%d examples whose inputs are all zero".formatted(examples),
                            filled(initializer, inputs.ulike().assign(0), shape[1]));
                    assertFinite(
                            "%d examples that are all alike".formatted(examples),
                            filled(initializer, inputs.ulike().assign(0.5), shape[1]));
                }
            }
        }
    }

    @Test
    final void theSameInputsGiveTheSame() {
        DataDependentInitializer initializer = dataDependent();
        INDArray inputs = Probes.inside(OutputRange.NON_NEGATIVE, DataType.FLOAT, 20, 13);
        INDArray before = inputs.dup();
        INDArray once = filled(initializer, inputs, 7);
        Agreement.assertSame("inputs after they were looked at", before, inputs);
        filled(initializer, Probes.inside(OutputRange.REAL, DataType.FLOAT, 5, 3), 4);
        Agreement.assertSame("weights, filled again from the same inputs", once, filled(initializer, inputs, 7));
        for (MatrixLayout layout : MatrixLayout.values()) {
            Agreement.assertAgree(
                    "weights from inputs in layout " + layout,
                    once,
                    filled(initializer, layout.copyOf(inputs), 7),
                    1e-4);
        }
    }

    private DataDependentInitializer dataDependent() {
        Initializer initializer = initializer();
        assumeTrue(initializer instanceof DataDependentInitializer, "the initializer looks at no examples");
        return (DataDependentInitializer) initializer;
    }

    /** Filled over NaN, as {@link #filled(Initializer, DataType, int[], RandomStream)} does. */
    private static INDArray filled(DataDependentInitializer initializer, INDArray inputs, int units) {
        INDArray weights = Nd4j.valueArrayOf(new long[] {inputs.columns(), units}, Double.NaN, inputs.dataType());
        initializer.fill(weights, inputs, stream("init"));
        return weights;
    }

    private static void assertFinite(String inputs, INDArray weights) {
        assertThat(Agreement.those(weights, weight -> !Double.isFinite(weight)))
                .as(
                        "weights of a layer %d x %d that are not filled, or not finite, from %s",
                        weights.rows(), weights.columns(), inputs)
                .isEmpty();
    }

    private INDArray filled(DataType type, int[] shape, RandomStream random) {
        return filled(initializer(), type, shape, random);
    }

    /** Filled over NaN, so that no weight is left out and none depends on what was there. */
    private static INDArray filled(Initializer initializer, DataType type, int[] shape, RandomStream random) {
        INDArray weights = Nd4j.valueArrayOf(new long[] {shape[0], shape[1]}, Double.NaN, type);
        initializer.fill(weights, random);
        return weights;
    }

    private static double centralMoment(double[] numbers, double mean, int order) {
        return Arrays.stream(numbers)
                .map(number -> Math.pow(number - mean, order))
                .average()
                .orElseThrow();
    }

    /** 1 where the second numbers are the first ones, scaled and shifted. */
    private static double correlation(double[] first, double[] second) {
        double firstMean = Arrays.stream(first).average().orElseThrow();
        double secondMean = Arrays.stream(second).average().orElseThrow();
        double covariance = 0;
        for (int i = 0; i < first.length; i++) {
            covariance += (first[i] - firstMean) * (second[i] - secondMean) / first.length;
        }
        return covariance / Math.sqrt(centralMoment(first, firstMean, 2) * centralMoment(second, secondMean, 2));
    }

    private static String name(int[] shape) {
        return shape[0] + " x " + shape[1];
    }

    private static RandomStream stream(String name) {
        return new RandomStreams(15).stream(name);
    }
}
