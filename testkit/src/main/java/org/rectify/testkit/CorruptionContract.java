package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * What every corruption must satisfy; its author extends this class and names the corruption.
 *
 * <pre>{@code
 * class BlackoutTest extends CorruptionContract {
 *     @Override
 *     protected Corruption corruption() {
 *         return Components.make(new MyPlugin().corruptions(), "blackout");
 *     }
 *
 *     @Override
 *     protected OptionalDouble rate(double clean) {
 *         return OptionalDouble.of(clean == 0 ? 0 : 0.1);
 *     }
 * }
 * }</pre>
 *
 * <p>Every corruption is checked through its array form, in 32 and 64 bits: the same from the same stream, other noise
 * each time, the declared range, memory layouts, purity. An {@link ElementwiseCorruption} is checked through its bulk
 * form too. Where {@link #rate} is known, it is compared with counts: their mean, their evenness over the places of a
 * row, and that neighbours do not depend on each other, within 5 standard deviations.
 *
 * @since 0.1
 */
public abstract class CorruptionContract {

    private static final List<DataType> TYPES = List.of(DataType.FLOAT, DataType.DOUBLE);
    private static final List<OutputRange> RANGES = List.of(
            OutputRange.UNIT_INTERVAL,
            OutputRange.SIGNED_UNIT_INTERVAL,
            OutputRange.NON_NEGATIVE,
            OutputRange.REAL,
            new OutputRange(2, 3));
    private static final int UNITS = 131;
    private static final float SENTINEL = -7.25f;
    private static final double DEVIATIONS = 5;

    /** The corruption under test. */
    protected abstract Corruption corruption();

    /**
     * The probability with which a clean value becomes another one; empty, the default, where it is not known.
     *
     * @param clean 0, 1, or a value between
     */
    protected OptionalDouble rate(double clean) {
        return OptionalDouble.empty();
    }

    @Test
    final void everyPlaceIsWritten() {
        for (DataType type : TYPES) {
            assertThat(Agreement.those(corrupted(clean(type, 7), stream("noise")), Double::isNaN))
                    .as("places of type %s that are not written", type)
                    .isEmpty();
        }
    }

    @Test
    final void theSameStreamGivesTheSame() {
        for (DataType type : TYPES) {
            INDArray clean = clean(type, 7);
            INDArray once = corrupted(clean, stream("noise"));
            corrupted(clean(type, 5), stream("other noise"));
            Agreement.assertSame("corrupted from the same stream", once, corrupted(clean, stream("noise")));
        }
    }

    @Test
    final void eachPresentationHasItsOwnNoise() {
        assumeTrue(isRandom(0) || isRandom(1), "nothing is left to chance");
        INDArray clean = clean(DataType.FLOAT, 64);
        RandomStream random = stream("noise");
        INDArray first = corrupted(clean, random);
        INDArray second = corrupted(clean, random);
        assertThat(second.equalsWithEps(first, 0))
                .as("the same noise in two presentations from one stream")
                .isFalse();
    }

    @Test
    final void valuesLieInTheDeclaredRange() {
        Corruption corruption = corruption();
        for (OutputRange range : RANGES) {
            OutputRange declared = corruption.range(range);
            for (DataType type : TYPES) {
                INDArray values = corrupted(Probes.inside(range, type, 40, UNITS), stream("noise"));
                assertThat(Agreement.those(values, value -> !declared.contains(value)))
                        .as("values of type %s outside %s, declared for clean values in %s", type, declared, range)
                        .isEmpty();
            }
        }
    }

    @Test
    final void bothPrecisionsAgree() {
        INDArray rounded = clean(DataType.FLOAT, 7);
        INDArray exact = rounded.castTo(DataType.DOUBLE);
        Agreement.assertAgree(
                "corrupted", corrupted(exact, stream("noise")), corrupted(rounded, stream("noise")), 1e-6);
    }

    @Test
    final void cleanValuesAreLeftUntouched() {
        for (DataType type : TYPES) {
            INDArray clean = clean(type, 7);
            INDArray before = clean.dup();
            corrupted(clean, stream("noise"));
            Agreement.assertSame("clean values after corruption", before, clean);
        }
    }

    @Test
    final void everyLayoutInMemoryWillDo() {
        for (DataType type : TYPES) {
            INDArray clean = clean(type, 5);
            INDArray expected = corrupted(clean, stream("noise"));
            for (MatrixLayout from : MatrixLayout.values()) {
                for (MatrixLayout to : MatrixLayout.values()) {
                    INDArray corrupted = to.empty(type, clean.rows(), clean.columns());
                    corruption().corrupt(from.copyOf(clean), corrupted, stream("noise"));
                    Agreement.assertAgree(
                            "corrupted in layout " + to + " from layout " + from, expected, corrupted, 1e-6);
                }
            }
        }
    }

    @Test
    final void whatSurroundsAViewIsLeftUntouched() {
        for (DataType type : TYPES) {
            INDArray clean = clean(type, 4);
            INDArray around = Nd4j.valueArrayOf(new long[] {6, clean.columns() + 3L}, SENTINEL, type);
            corruption().corrupt(clean, MatrixLayout.inside(around), stream("noise"));
            MatrixLayout.inside(around).assign(SENTINEL);
            assertThat(Agreement.those(around, value -> value != SENTINEL))
                    .as("what surrounds values written into a view")
                    .isEmpty();
        }
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        List<Runnable> runs = new ArrayList<>();
        Corruption corruption = corruption();
        for (int thread = 0; thread < 4; thread++) {
            String noise = "thread-" + thread;
            INDArray clean = clean(DataType.FLOAT, 4 + thread);
            INDArray expected = corrupted(corruption, clean, stream(noise));
            runs.add(() -> {
                for (int round = 0; round < 25; round++) {
                    Agreement.assertSame(
                            "corrupted among threads", expected, corrupted(corruption, clean, stream(noise)));
                }
            });
        }
        Threads.runAll(runs);
    }

    @Test
    final void valuesChangeAtTheirRate() {
        for (double clean : new double[] {0, 0.37, 1}) {
            OptionalDouble rate = rate(clean);
            if (rate.isPresent()) {
                CorruptedShare changes = CorruptedShare.of(corruption(), clean, stream("rates"));
                changes.assertRate(rate.getAsDouble(), DEVIATIONS);
                changes.assertEvenness(rate.getAsDouble(), DEVIATIONS);
                changes.assertNeighboursAreIndependent(rate.getAsDouble(), DEVIATIONS);
            }
        }
    }

    @Test
    final void theArrayFormIsTheBulkFormRowAfterRow() {
        ElementwiseCorruption corruption = elementwise();
        INDArray clean = clean(DataType.FLOAT, 7);
        RandomStream random = stream("noise");
        float[] rows = Matrices.toFloats(clean);
        float[] expected = new float[rows.length];
        for (int row = 0; row < clean.rows(); row++) {
            corruption.corrupt(rows, row * UNITS, (row + 1) * UNITS, expected, random);
        }
        assertThat(Matrices.toFloats(corrupted(clean, stream("noise"))))
                .as("corrupted array, and rows from the same stream")
                .containsExactly(expected);
    }

    @Test
    final void bulkFormsTouchOnlyTheirPart() {
        ElementwiseCorruption corruption = elementwise();
        float[] clean = Matrices.toFloats(clean(DataType.FLOAT, 2));
        for (int[] part : new int[][] {{0, 0}, {7, 7}, {0, 1}, {3, 20}, {5, 70}, {60, 200}, {1, clean.length}}) {
            float[] corrupted = new float[clean.length];
            Arrays.fill(corrupted, SENTINEL);
            corruption.corrupt(clean, part[0], part[1], corrupted, stream("noise"));
            float[] atOrigin = new float[part[1] - part[0]];
            corruption.corrupt(
                    Arrays.copyOfRange(clean, part[0], part[1]), 0, atOrigin.length, atOrigin, stream("noise"));
            for (int i = 0; i < clean.length; i++) {
                boolean inside = i >= part[0] && i < part[1];
                assertThat(corrupted[i])
                        .as(
                                "bulk corruption of [%d, %d), place %d, which lies %s",
                                part[0], part[1], i, inside ? "inside" : "outside")
                        .isEqualTo(inside ? atOrigin[i - part[0]] : SENTINEL);
            }
        }
    }

    @Test
    final void bulkInputsAreLeftUntouched() {
        ElementwiseCorruption corruption = elementwise();
        float[] clean = Matrices.toFloats(clean(DataType.FLOAT, 1));
        float[] before = clean.clone();
        corruption.corrupt(clean, 0, clean.length, new float[clean.length], stream("noise"));
        assertThat(clean).as("clean values after the bulk corruption").containsExactly(before);
    }

    private boolean isRandom(double clean) {
        double rate = rate(clean).orElse(0.5);
        return rate > 0 && rate < 1;
    }

    private ElementwiseCorruption elementwise() {
        Corruption corruption = corruption();
        assumeTrue(corruption instanceof ElementwiseCorruption, "the corruption takes whole minibatches only");
        return (ElementwiseCorruption) corruption;
    }

    private INDArray corrupted(INDArray clean, RandomStream random) {
        return corrupted(corruption(), clean, random);
    }

    /** Written over NaN so that no place is left out. */
    static INDArray corrupted(Corruption corruption, INDArray clean, RandomStream random) {
        INDArray corrupted = Nd4j.valueArrayOf(clean.shape(), Double.NaN, clean.dataType());
        corruption.corrupt(clean, corrupted, random);
        return corrupted;
    }

    /** Rows of numbers in [0, 1], a third of them 0, a third 1. */
    private static INDArray clean(DataType type, int rows) {
        RandomStream random = stream("clean");
        double[] values = new double[rows * UNITS];
        for (int i = 0; i < values.length; i++) {
            int third = random.nextInt(3);
            values[i] = third == 2 ? random.nextFloat() : third;
        }
        return Nd4j.createFromArray(values).reshape('c', rows, UNITS).castTo(type);
    }

    private static RandomStream stream(String name) {
        return new RandomStreams(34).stream(name);
    }
}
