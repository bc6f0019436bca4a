package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.kernels.vector.KernelCase.Backward;
import org.rectify.kernels.vector.KernelCase.Shape;

/** Every kernel against plain loops in 64 bits (item 23). */
class KernelTest {

    private static final double TOLERANCE = 1e-5;

    private static final double[] ACTIVE = {0, 0.01, 0.2, 0.5, 0.85, 1};

    static List<Shape> hiddenLayers() {
        List<Shape> shapes = new ArrayList<>();
        int[][] sizes = {{1, 1}, {1, 129}, {7, 10}, {62, 128}, {127, 7}, {128, 62}, {129, 127}};
        for (double active : ACTIVE) {
            for (int[] size : sizes) {
                for (int examples : new int[] {1, 3, 10}) {
                    shapes.add(new Shape(size[0], size[1], examples, active));
                }
            }
            shapes.add(new Shape(1000, 10, 3, active));
            shapes.add(new Shape(10, 1000, 10, active));
            shapes.add(new Shape(129, 62, 256, active));
        }
        shapes.add(new Shape(1000, 1000, 3, 0.2));
        shapes.add(new Shape(1000, 127, 10, 1));
        return shapes;
    }

    static List<Shape> outputLayers() {
        List<Shape> shapes = new ArrayList<>();
        int[][] sizes = {{1, 1}, {7, 2}, {62, 10}, {127, 7}, {129, 62}, {1000, 10}};
        for (double active : ACTIVE) {
            for (int[] size : sizes) {
                for (int examples : new int[] {1, 3, 10}) {
                    shapes.add(new Shape(size[0], size[1], examples, active));
                }
            }
            shapes.add(new Shape(129, 10, 256, active));
        }
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void sparseForwardAddsUpTheRowsOfActiveInputs(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        PanelMatrix z = layer.forwardSparse(false);

        assertPreActivations(layer, z);
        assertThat(layer.forwardSparse(true).values()).isEqualTo(z.values());
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void denseForwardAddsUpAllRows(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        PanelMatrix z = layer.forwardDense(false);

        assertPreActivations(layer, z);
        assertThat(layer.forwardDense(true).values()).isEqualTo(z.values());
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void sparseForwardEqualsDenseForward(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);
        float[] sparse = layer.forwardSparse(false).values();
        float[] dense = layer.forwardDense(false).values();
        double largest = 0;
        for (float value : dense) {
            largest = Math.max(largest, Math.abs(value));
        }
        LargestError error = new LargestError();
        for (int i = 0; i < dense.length; i++) {
            error.add(0, i, sparse[i], dense[i], largest);
        }
        error.assertAtMost(1e-6);
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void gradientAndUpdateAreThoseOfTheWeightsBeforeTheUpdate(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        Backward result = layer.gradientAndUpdate(false, false);

        assertGradient(layer, result.inputGradient(), false);
        assertUpdated(layer, result.weights());
        assertSame(layer.gradientAndUpdate(false, true), result);
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void silentInputsGetAGradientTooWhereTheyAreListed(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        Backward result = layer.gradientAndUpdate(true, false);

        assertGradient(layer, result.inputGradient(), true);
        assertUpdated(layer, result.weights(), true);
        assertThat(layer.gradient(true, false).inputGradient().values())
                .isEqualTo(result.inputGradient().values());
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void gradientAloneLeavesTheWeightsAlone(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        Backward result = layer.gradient(false, false);

        assertGradient(layer, result.inputGradient(), false);
        assertThat(result.weights().weights()).isEqualTo(layer.layer().weights());
        assertSame(layer.gradient(false, true), result);
    }

    @ParameterizedTest
    @MethodSource("hiddenLayers")
    void updateTakesTheWeightGradientOff(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        PackedWeights updated = layer.update(false);

        assertUpdated(layer, updated);
        assertThat(layer.update(true).weights()).isEqualTo(updated.weights());
    }

    @ParameterizedTest
    @MethodSource("outputLayers")
    void outputForwardAddsUpTheRowsOfActiveInputs(Shape shape) {
        KernelCase layer = KernelCase.narrow(shape);
        PackedWeights weights = layer.layer();
        float[] scores = layer.outputForward();
        LargestError error = new LargestError();
        for (int example = 0; example < shape.examples(); example++) {
            int row = example * weights.width();
            addPreActivations(layer, weights, example, scores, row, error);
            for (int unit = shape.units(); unit < weights.width(); unit++) {
                assertThat(scores[row + unit]).as("padding").isZero();
            }
        }
        error.assertAtMost(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("outputLayers")
    void outputGradientAndUpdateAreThoseOfTheWeightsBeforeTheUpdate(Shape shape) {
        KernelCase layer = KernelCase.narrow(shape);

        Backward active = layer.outputGradientAndUpdate(false, KernelCase.RATE);
        Backward all = layer.outputGradientAndUpdate(true, KernelCase.RATE);

        assertGradient(layer, active.inputGradient(), false);
        assertUpdated(layer, active.weights());
        assertGradient(layer, all.inputGradient(), true);
        assertUpdated(layer, all.weights(), true);
    }

    @ParameterizedTest
    @MethodSource("outputLayers")
    void outputUpdateTakesTheWeightGradientOff(Shape shape) {
        KernelCase layer = KernelCase.narrow(shape);

        assertUpdated(layer, layer.outputUpdate());
    }

    @Test
    void outputGradientAtRateZeroLeavesTheWeightsAlone() {
        KernelCase layer = KernelCase.narrow(new Shape(129, 10, 10, 0.5));

        Backward result = layer.outputGradientAndUpdate(false, 0);

        assertGradient(layer, result.inputGradient(), false);
        assertThat(result.weights().weights()).isEqualTo(layer.layer().weights());
    }

    /** What allows several threads to work on one layer. */
    @Test
    void aPartTouchesItsOwnBlockAndPanelAlone() {
        KernelCase layer = KernelCase.wide(new Shape(3 * Panels.WIDTH, 3 * Panels.WIDTH, 10, 0.5));
        PackedWeights before = layer.layer();
        PackedWeights updated = layer.update(1, 1);
        Backward backward = layer.gradientAndUpdate(1);
        for (int input = 0; input < 3 * Panels.WIDTH; input++) {
            boolean within = input / Panels.WIDTH == 1;
            for (int panel = 0; panel < 3; panel++) {
                boolean owed = layer.active().pairCounts()[input] > 0;
                assertThat(rowChanged(before, updated, input, panel)).isEqualTo(owed && within && panel == 1);
                assertThat(rowChanged(before, backward.weights(), input, panel)).isEqualTo(owed && within);
            }
            for (int example = 0; example < 10; example++) {
                float gradient =
                        backward.inputGradient().values()[KernelCase.at(backward.inputGradient(), example, input)];
                assertThat(gradient != KernelCase.MARKER).isEqualTo(within && layer.x(example, input) != 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void aSmallerMinibatchLeavesTheRowsBehindItAlone(int examples) {
        int capacity = 10;
        KernelCase layer = KernelCase.wide(new Shape(129, 130, examples, 0.5), capacity);
        PackedWeights weights = layer.layer();

        PanelMatrix sparse = layer.forwardSparse(false);
        PanelMatrix dense = layer.forwardDense(false);
        Backward backward = layer.gradientAndUpdate(false, false);

        assertPreActivations(layer, sparse);
        assertPreActivations(layer, dense);
        assertGradient(layer, backward.inputGradient(), false);
        assertUpdated(layer, backward.weights());
        for (int example = examples; example < capacity; example++) {
            for (int unit = 0; unit < 130; unit++) {
                assertThat(sparse.values()[KernelCase.at(sparse, example, unit)])
                        .isEqualTo(weights.biases()[unit]);
                assertThat(dense.values()[KernelCase.at(dense, example, unit)]).isEqualTo(weights.biases()[unit]);
            }
        }
    }

    private static boolean rowChanged(PackedWeights before, PackedWeights after, int input, int panel) {
        int row = before.at(panel, input);
        for (int i = row; i < row + before.width(); i++) {
            if (Float.floatToRawIntBits(before.weights()[i]) != Float.floatToRawIntBits(after.weights()[i])) {
                return true;
            }
        }
        return false;
    }

    private static void assertPreActivations(KernelCase layer, PanelMatrix z) {
        PackedWeights weights = layer.layer();
        int units = layer.shape().units();
        LargestError error = new LargestError();
        float[] row = new float[units];
        for (int example = 0; example < layer.shape().examples(); example++) {
            for (int unit = 0; unit < units; unit++) {
                row[unit] = z.values()[KernelCase.at(z, example, unit)];
            }
            addPreActivations(layer, weights, example, row, 0, error);
            assertPaddingIs(0, z, example);
        }
        error.assertAtMost(TOLERANCE);
    }

    private static void addPreActivations(
            KernelCase layer, PackedWeights weights, int example, float[] actual, int from, LargestError error) {
        int units = layer.shape().units();
        double[] sums = new double[units];
        double[] magnitudes = new double[units];
        for (int unit = 0; unit < units; unit++) {
            sums[unit] = weights.biases()[unit];
            magnitudes[unit] = Math.abs(sums[unit]);
        }
        for (int input = 0; input < layer.shape().inputs(); input++) {
            double x = layer.x(example, input);
            for (int unit = 0; unit < units; unit++) {
                double term = x * weights.weights()[KernelCase.at(weights, input, unit)];
                sums[unit] += term;
                magnitudes[unit] += Math.abs(term);
            }
        }
        for (int unit = 0; unit < units; unit++) {
            error.add(example, unit, actual[from + unit], sums[unit], magnitudes[unit]);
        }
    }

    private static void assertPaddingIs(float expected, PanelMatrix matrix, int example) {
        for (int i = matrix.columns(); i < matrix.panels() * Panels.WIDTH; i++) {
            assertThat(matrix.values()[KernelCase.at(matrix, example, i)])
                    .as("padding")
                    .isEqualTo(expected);
        }
    }

    /** The gradient by the weights as they were, at the pairs that are listed; nothing is written anywhere else. */
    private static void assertGradient(KernelCase layer, PanelMatrix gradient, boolean silentToo) {
        PackedWeights weights = layer.layer();
        LargestError error = new LargestError();
        for (int example = 0; example < layer.shape().examples(); example++) {
            for (int input = 0; input < layer.shape().inputs(); input++) {
                double expected = KernelCase.MARKER;
                double magnitude = 0;
                if (silentToo || layer.x(example, input) != 0) {
                    expected = 0;
                    for (int unit = 0; unit < layer.shape().units(); unit++) {
                        double weight = weights.weights()[KernelCase.at(weights, input, unit)];
                        double term = weight * layer.delta(example, unit);
                        expected += term;
                        magnitude += Math.abs(term);
                    }
                }
                float actual = gradient.values()[KernelCase.at(gradient, example, input)];
                error.add(example, input, actual, expected, magnitude);
            }
            assertPaddingIs(KernelCase.MARKER, gradient, example);
        }
        error.assertAtMost(TOLERANCE);
    }

    /** Rows that nobody owes anything are the same to the bit, padding is zero, the rest has moved by the gradient. */
    private static void assertUpdated(KernelCase layer, PackedWeights actual) {
        assertUpdated(layer, actual, false);
    }

    private static void assertUpdated(KernelCase layer, PackedWeights actual, boolean silentToo) {
        PackedWeights before = layer.layer();
        Shape shape = layer.shape();
        LargestError error = new LargestError();
        double[] weights = new double[shape.units()];
        double[] magnitudes = new double[shape.units()];
        for (int input = 0; input < shape.inputs(); input++) {
            boolean owed = silentToo;
            for (int unit = 0; unit < shape.units(); unit++) {
                weights[unit] = before.weights()[KernelCase.at(before, input, unit)];
                magnitudes[unit] = Math.abs(weights[unit]);
            }
            for (int example = 0; example < shape.examples(); example++) {
                double step = (double) KernelCase.RATE * layer.x(example, input);
                owed |= step != 0;
                for (int unit = 0; unit < shape.units(); unit++) {
                    double term = step * layer.delta(example, unit);
                    weights[unit] -= term;
                    magnitudes[unit] += Math.abs(term);
                }
            }
            for (int unit = 0; unit < shape.units(); unit++) {
                float weight = actual.weights()[KernelCase.at(actual, input, unit)];
                error.add(input, unit, weight, weights[unit], magnitudes[unit]);
            }
            for (int panel = 0; !owed && panel < actual.panels(); panel++) {
                assertThat(rowChanged(before, actual, input, panel))
                        .as("row %s, which nobody owes anything, has changed", input)
                        .isFalse();
            }
            for (int i = shape.units(); i < actual.panels() * actual.width(); i++) {
                assertThat(actual.weights()[KernelCase.at(actual, input, i)])
                        .as("padding")
                        .isZero();
            }
        }
        error.assertAtMost(TOLERANCE);
        assertThat(actual.biases()).isEqualTo(before.biases());
    }

    private static void assertSame(Backward actual, Backward expected) {
        assertThat(actual.weights().weights()).isEqualTo(expected.weights().weights());
        assertThat(actual.inputGradient().values())
                .isEqualTo(expected.inputGradient().values());
    }
}
