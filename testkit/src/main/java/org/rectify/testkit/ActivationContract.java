package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/**
 * What every activation must satisfy; its author extends this class and names the activation.
 *
 * <pre>{@code
 * class EluTest extends ActivationContract {
 *     @Override
 *     protected Activation activation() {
 *         return Components.make(new MyPlugin().activations(), "square-plus");
 *     }
 * }
 * }</pre>
 *
 * <p>Every activation is checked through its array forms, in 32 and 64 bits: derivatives against finite differences,
 * the declared range, NaN, infinities, signs of zero, memory layouts, purity. An {@link ElementwiseActivation} is checked
 * through its scalar and bulk forms too. Kinks are found from the values and left out.
 *
 * @since 0.1
 */
public abstract class ActivationContract {

    private static final List<DataType> TYPES = List.of(DataType.FLOAT, DataType.DOUBLE);
    private static final double MODERATE = 1e6;
    private static final float SENTINEL = -7.25f;

    /** The activation under test. */
    protected abstract Activation activation();

    /** Units of the layers tried: 12, which groups of 2, 3, 4 and 6 divide; overridden for others. */
    protected int units() {
        return 12;
    }

    @Test
    final void aLayerHasOutputs() {
        Activation activation = activation();
        int outputs = activation.outputs(units());
        if (activation instanceof ElementwiseActivation) {
            assertThat(outputs).as("outputs of %d units", units()).isEqualTo(units());
        } else {
            assertThat(outputs).as("outputs of %d units", units()).isPositive();
        }
    }

    @Test
    final void outputsLieInTheDeclaredRange() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray outputs =
                    Minibatches.outputs(activation, Probes.minibatch(type, units(), Probes.upTo(Float.MAX_VALUE)));
            assertThat(Agreement.those(outputs, a -> !liesIn(activation.range(), a, type)))
                    .as("outputs of type %s outside the declared range %s", type, activation.range())
                    .isEmpty();
        }
    }

    @Test
    final void nanGivesNan() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray outputs = Minibatches.outputs(activation, withEachUnitAt(Double.NaN, type));
            for (int row = 0; row < outputs.rows(); row++) {
                assertThat(Agreement.those(outputs.getRow(row), Double::isNaN))
                        .as("NaN among the outputs of type %s where unit %d is NaN", type, row)
                        .isNotEmpty();
            }
        }
    }

    @Test
    final void infinityGivesTheLimit() {
        Activation activation = activation();
        for (int sign : new int[] {1, -1}) {
            double[] far = outputsAt(activation, sign * 1e10, DataType.DOUBLE);
            double[] farther = outputsAt(activation, sign * 1e100, DataType.DOUBLE);
            double[] farthest = outputsAt(activation, sign * 1e300, DataType.DOUBLE);
            for (DataType type : TYPES) {
                double[] outputs = outputsAt(activation, sign * Double.POSITIVE_INFINITY, type);
                for (int i = 0; i < outputs.length; i++) {
                    double limit = Agreement.limit(far[i], farther[i], farthest[i]);
                    assertThat(outputs[i])
                            .as("output %d of type %s at %s", i, type, sign * Double.POSITIVE_INFINITY)
                            .matches(
                                    a -> Double.isNaN(limit) || Agreement.agree(limit, a),
                                    "agrees with the limit " + limit);
                }
            }
        }
    }

    @Test
    final void zerosAreNeverNegativeWhereOutputsAreNot() {
        Activation activation = activation();
        assumeTrue(activation.range().lowest() >= 0, "outputs may be negative");
        for (DataType type : TYPES) {
            INDArray outputs =
                    Minibatches.outputs(activation, Probes.minibatch(type, units(), Probes.upTo(Float.MAX_VALUE)));
            assertThat(Agreement.those(outputs, Agreement::isNegativeZero))
                    .as("outputs of type %s that are -0.0", type)
                    .isEmpty();
            INDArray atInfinity = Minibatches.outputs(activation, withEachUnitAt(Double.NEGATIVE_INFINITY, type));
            assertThat(Agreement.those(atInfinity, Agreement::isNegativeZero))
                    .as("outputs of type %s at -Infinity that are -0.0", type)
                    .isEmpty();
        }
    }

    @Test
    final void silentUnitsPassNoGradient() {
        Activation activation = activation();
        assumeTrue(activation.silentAtZero(), "silent units may pass a gradient");
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, units(), Probes.upTo(MODERATE));
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            double[] silent = Arrays.stream(Matrices.toDoubles(outputs))
                    .map(a -> a == 0 ? 1 : 0)
                    .toArray();
            INDArray outputGradients = outputs.ulike();
            Matrices.fill(outputGradients, silent);
            INDArray gradients = Minibatches.gradients(activation, preActivations, outputs, outputGradients);
            assertThat(Agreement.those(gradients, gradient -> gradient != 0))
                    .as(
                            "gradients of type %s from units with output zero, which silentAtZero() says there are none of",
                            type)
                    .isEmpty();
        }
    }

    @Test
    final void derivativesAreFinite() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, units(), Probes.upTo(MODERATE));
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            INDArray ones = Nd4j.ones(type, outputs.shape());
            INDArray derivatives = Minibatches.gradients(activation, preActivations, outputs, ones);
            assertThat(Agreement.those(derivatives, derivative -> !Double.isFinite(derivative)))
                    .as("derivatives of type %s that are not finite", type)
                    .isEmpty();
        }
    }

    @Test
    final void scalarDerivativesAgreeWithFiniteDifferences() {
        ElementwiseActivation activation = elementwise();
        int known = 0;
        double[] points = Probes.ordinary();
        for (double z : points) {
            Slope slope = Slope.of(activation::value, z);
            if (slope.isKnown()) {
                known++;
                double derivative = activation.derivative(z, activation.value(z));
                assertThat(derivative)
                        .as("derivative at z = %s", z)
                        .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
            }
        }
        assertThat(known).as("points at which values are smooth").isGreaterThan(points.length / 2);
    }

    @Test
    final void gradientsAgreeWithFiniteDifferences() {
        Activation activation = activation();
        INDArray preActivations = Probes.minibatch(DataType.DOUBLE, 3, units(), "pre-activations");
        INDArray outputs = Minibatches.outputs(activation, preActivations);
        INDArray outputGradients = Probes.minibatch(DataType.DOUBLE, 3, outputs.columns(), "gradients");
        INDArray gradients = Minibatches.gradients(activation, preActivations, outputs, outputGradients);
        int known = 0;
        for (int row = 0; row < preActivations.rows(); row++) {
            for (int unit = 0; unit < preActivations.columns(); unit++) {
                Slope slope = Minibatches.slope(activation, preActivations, outputGradients, row, unit);
                if (slope.isKnown()) {
                    known++;
                    assertThat(gradients.getDouble(row, unit))
                            .as("gradient of example %d, unit %d", row, unit)
                            .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                }
            }
        }
        assertThat((long) known).as("units at which values are smooth").isGreaterThan(preActivations.length() / 2);
    }

    @Test
    final void bothPrecisionsAgree() {
        Activation activation = activation();
        INDArray exact = Probes.minibatch(DataType.DOUBLE, units(), Probes.upTo(1e3));
        INDArray rounded = exact.castTo(DataType.FLOAT);
        INDArray exactOutputs = Minibatches.outputs(activation, exact);
        INDArray roundedOutputs = Minibatches.outputs(activation, rounded);
        Agreement.assertAgree("outputs", exactOutputs, roundedOutputs, 1e-6);
        INDArray exactGradients = Minibatches.gradients(
                activation, exact, exactOutputs, Nd4j.ones(DataType.DOUBLE, exactOutputs.shape()));
        INDArray roundedGradients = Minibatches.gradients(
                activation, rounded, roundedOutputs, Nd4j.ones(DataType.FLOAT, exactOutputs.shape()));
        Agreement.assertAgree("gradients", exactGradients, roundedGradients, 1e-5);
    }

    @Test
    final void arrayFormsAgreeWithScalarForms() {
        ElementwiseActivation activation = elementwise();
        for (DataType type : TYPES) {
            double[] z = Probes.withExtremes(Probes.upTo(Float.MAX_VALUE));
            INDArray preActivations =
                    Nd4j.createFromArray(z).reshape('c', 1, z.length).castTo(type);
            double[] outputs = Matrices.toDoubles(Minibatches.outputs(activation, preActivations));
            for (int i = 0; i < z.length; i++) {
                double expected = rounded(activation.value(z[i]), type);
                double found = outputs[i];
                assertThat(found)
                        .as("output of type %s at z = %s", type, z[i])
                        .matches(
                                a -> Agreement.agreeWithZeros(expected, a),
                                "agrees with the scalar form's " + expected);
            }
        }
    }

    @Test
    final void bulkOutputsAgreeWithScalarForms() {
        ElementwiseActivation activation = elementwise();
        boolean negative = activation.range().lowest() < 0;
        float[] z = Probes.floats(Probes.withExtremes(Probes.upTo(Float.MAX_VALUE)));
        float[] a = new float[z.length];
        activation.value(z, 0, z.length, a);
        for (int i = 0; i < z.length; i++) {
            float expected = (float) activation.value((double) z[i]);
            assertThat((double) a[i])
                    .as("bulk output at z = %s", z[i])
                    .matches(
                            found -> Agreement.agreeWithZeros(expected, found),
                            "agrees with the scalar form's " + expected)
                    .matches(found -> negative || !Agreement.isNegativeZero(found), "is not -0.0");
        }
    }

    @Test
    final void bulkGradientsAgreeWithScalarForms() {
        ElementwiseActivation activation = elementwise();
        float[] z = Probes.floats(Probes.upTo(1e3));
        float[] a = new float[z.length];
        activation.value(z, 0, z.length, a);
        float[] gradient = new float[z.length];
        Arrays.fill(gradient, -0.5f);
        activation.multiplyByDerivative(z, a, 0, z.length, gradient);
        for (int i = 0; i < z.length; i++) {
            double expected = -0.5 * (float) activation.derivative(z[i], a[i]);
            assertThat((double) gradient[i])
                    .as("bulk gradient at z = %s", z[i])
                    .matches(found -> Agreement.agree(expected, found), "agrees with the scalar form's " + expected);
        }
    }

    @Test
    final void bulkFormsTouchOnlyTheirPart() {
        ElementwiseActivation activation = elementwise();
        float[] z = Probes.floats(Probes.ordinary());
        float[] whole = new float[z.length];
        activation.value(z, 0, z.length, whole);
        float[] wholeGradient = z.clone();
        activation.multiplyByDerivative(z, whole, 0, z.length, wholeGradient);
        for (int[] part : new int[][] {{0, 0}, {7, 7}, {0, 1}, {3, 20}, {5, 70}, {z.length - 33, z.length}}) {
            String where = "[" + part[0] + ", " + part[1] + ")";
            float[] a = new float[z.length];
            Arrays.fill(a, SENTINEL);
            activation.value(z, part[0], part[1], a);
            Agreement.assertPart("bulk outputs " + where, a, whole, SENTINEL, part);
            float[] gradient = new float[z.length];
            Arrays.fill(gradient, SENTINEL);
            System.arraycopy(z, part[0], gradient, part[0], part[1] - part[0]);
            activation.multiplyByDerivative(z, whole, part[0], part[1], gradient);
            Agreement.assertPart("bulk gradients " + where, gradient, wholeGradient, SENTINEL, part);
        }
    }

    @Test
    final void bulkOutputsMayOverwriteTheirInputs() {
        ElementwiseActivation activation = elementwise();
        float[] z = Probes.floats(Probes.ordinary());
        float[] a = new float[z.length];
        activation.value(z, 0, z.length, a);
        activation.value(z, 0, z.length, z);
        assertThat(z).as("bulk outputs in the place of their inputs").containsExactly(a);
    }

    @Test
    final void bulkInputsAreLeftUntouched() {
        ElementwiseActivation activation = elementwise();
        float[] z = Probes.floats(Probes.ordinary());
        float[] a = new float[z.length];
        activation.value(z, 0, z.length, a);
        assertThat(z).as("pre-activations after the bulk value").containsExactly(Probes.floats(Probes.ordinary()));
        float[] outputs = a.clone();
        activation.multiplyByDerivative(z, a, 0, z.length, new float[z.length]);
        assertThat(z).as("pre-activations after the bulk gradient").containsExactly(Probes.floats(Probes.ordinary()));
        assertThat(a).as("outputs after the bulk gradient").containsExactly(outputs);
    }

    @Test
    final void inputsAreLeftUntouched() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, units(), "pre-activations");
            INDArray preActivationsBefore = preActivations.dup();
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            Agreement.assertSame("pre-activations after value", preActivationsBefore, preActivations);
            INDArray outputsBefore = outputs.dup();
            INDArray outputGradients = Probes.minibatch(type, 4, outputs.columns(), "gradients");
            INDArray outputGradientsBefore = outputGradients.dup();
            Minibatches.gradients(activation, preActivations, outputs, outputGradients);
            Agreement.assertSame("pre-activations after backward", preActivationsBefore, preActivations);
            Agreement.assertSame("outputs after backward", outputsBefore, outputs);
            Agreement.assertSame("output gradients after backward", outputGradientsBefore, outputGradients);
        }
    }

    @Test
    final void everyLayoutInMemoryWillDo() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, units(), "pre-activations");
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            INDArray outputGradients = Probes.minibatch(type, 4, outputs.columns(), "gradients");
            INDArray gradients = Minibatches.gradients(activation, preActivations, outputs, outputGradients);
            for (MatrixLayout from : MatrixLayout.values()) {
                for (MatrixLayout to : MatrixLayout.values()) {
                    String where = " in layout " + to + " from layout " + from;
                    INDArray a = to.empty(type, 4, outputs.columns());
                    activation.value(from.copyOf(preActivations), a);
                    Agreement.assertAgree("outputs" + where, outputs, a, 1e-6);
                    INDArray gradient = to.empty(type, 4, units());
                    activation.backward(
                            from.copyOf(preActivations), to.copyOf(outputs), from.copyOf(outputGradients), gradient);
                    Agreement.assertAgree("gradients" + where, gradients, gradient, 1e-6);
                }
            }
        }
    }

    @Test
    final void whatSurroundsAViewIsLeftUntouched() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, units(), "pre-activations");
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            INDArray aroundOutputs = Nd4j.valueArrayOf(new long[] {6, outputs.columns() + 3}, SENTINEL, type);
            activation.value(preActivations, MatrixLayout.inside(aroundOutputs));
            assertOnlyInsideTouched("outputs", aroundOutputs);
            INDArray aroundGradients = Nd4j.valueArrayOf(new long[] {6, units() + 3}, SENTINEL, type);
            activation.backward(preActivations, outputs, outputs, MatrixLayout.inside(aroundGradients));
            assertOnlyInsideTouched("gradients", aroundGradients);
        }
    }

    @Test
    final void theSameInputsAlwaysGiveTheSame() {
        Activation activation = activation();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, units(), "pre-activations");
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            INDArray gradients = Minibatches.gradients(activation, preActivations, outputs, outputs);
            INDArray others = Probes.minibatch(type, 7, units(), "others");
            Minibatches.gradients(
                    activation,
                    others,
                    Minibatches.outputs(activation, others),
                    Minibatches.outputs(activation, others));
            Agreement.assertSame("outputs asked again", outputs, Minibatches.outputs(activation, preActivations));
            Agreement.assertSame(
                    "gradients asked again",
                    gradients,
                    Minibatches.gradients(activation, preActivations, outputs, outputs));
        }
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        Activation activation = activation();
        List<Runnable> runs = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            INDArray preActivations = Probes.minibatch(DataType.FLOAT, 4, units(), "thread-" + thread);
            INDArray outputs = Minibatches.outputs(activation, preActivations);
            INDArray gradients = Minibatches.gradients(activation, preActivations, outputs, outputs);
            runs.add(() -> {
                for (int round = 0; round < 25; round++) {
                    Agreement.assertSame(
                            "outputs among threads", outputs, Minibatches.outputs(activation, preActivations));
                    Agreement.assertSame(
                            "gradients among threads",
                            gradients,
                            Minibatches.gradients(activation, preActivations, outputs, outputs));
                }
            });
        }
        Threads.runAll(runs);
    }

    private ElementwiseActivation elementwise() {
        Activation activation = activation();
        assumeTrue(activation instanceof ElementwiseActivation, "the activation maps whole minibatches only");
        return (ElementwiseActivation) activation;
    }

    /** As many examples as units; each has another unit at the given number. */
    private INDArray withEachUnitAt(double number, DataType type) {
        INDArray preActivations = Probes.minibatch(type, units(), units(), "pre-activations");
        for (int unit = 0; unit < units(); unit++) {
            preActivations.putScalar(unit, unit, number);
        }
        return preActivations;
    }

    private double[] outputsAt(Activation activation, double number, DataType type) {
        return Matrices.toDoubles(Minibatches.outputs(activation, withEachUnitAt(number, type)));
    }

    private static boolean liesIn(OutputRange range, double a, DataType type) {
        return a >= rounded(range.lowest(), type) && a <= rounded(range.highest(), type);
    }

    private static double rounded(double number, DataType type) {
        return type == DataType.FLOAT ? (float) number : number;
    }

    private static void assertOnlyInsideTouched(String what, INDArray surroundings) {
        MatrixLayout.inside(surroundings).assign(SENTINEL);
        assertThat(Matrices.toDoubles(surroundings))
                .as("%s written into a view; what surrounds it", what)
                .containsOnly(SENTINEL);
    }
}
