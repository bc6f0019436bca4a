package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.Parameter.Role;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;

/**
 * What every penalty must satisfy; its author extends this class and names the penalty.
 *
 * <pre>{@code
 * class SquaredOutputsTest extends PenaltyContract {
 *     @Override
 *     protected Penalty penalty() {
 *         return Components.make(new MyPlugin().penalties(), "squared-outputs");
 *     }
 * }
 * }</pre>
 *
 * <p>A penalty on outputs is checked over minibatches: gradients against finite differences, that they are added, that the
 * cost is a mean over examples in whatever order. An {@link ElementwisePenalty} is checked through its scalar and bulk forms
 * too, and so is a {@link WeightPenalty}, for weights and biases of hidden layers and of the output layer. Kinks are found from
 * the costs and left out, but for that at zero.
 *
 * @since 0.2
 */
public abstract class PenaltyContract {

    private static final List<DataType> TYPES = List.of(DataType.FLOAT, DataType.DOUBLE);
    private static final int EXAMPLES = 6;
    private static final int UNITS = 7;
    private static final int MANY = 100_000;
    private static final float SENTINEL = 1e30f;
    private static final float SCALE = 0.1f;
    private static final double MARGIN = 2e-3;
    private static final int[][] PARTS = {{0, 0}, {7, 7}, {0, 1}, {3, 20}, {5, 70}, {60, 200}};

    /** The penalty under test, with options that make every layer pay. */
    protected abstract Penalty penalty();

    /** How many hidden layers its options are for; 2 unless overridden. */
    protected int layers() {
        return 2;
    }

    /** Where the numbers that pay lie; all numbers unless overridden. */
    protected OutputRange range() {
        return OutputRange.REAL;
    }

    /** Whether a cost may be below zero; overridden by a penalty that rewards. */
    protected boolean mayBeNegative() {
        return false;
    }

    @Test
    final void gradientsOfAMinibatchAgreeWithFiniteDifferences() {
        OutputPenalty penalty = onOutputs();
        INDArray outputs = outputs(DataType.DOUBLE, EXAMPLES);
        int known = 0;
        for (int layer = 0; layer < layers(); layer++) {
            INDArray gradients = gradients(penalty, layer, outputs);
            for (int example = 0; example < EXAMPLES; example++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    Slope slope = slope(penalty, layer, outputs, example, unit);
                    if (slope.isKnown()) {
                        known++;
                        assertThat(gradients.getDouble(example, unit))
                                .as("gradient of output %d of example %d in layer %d", unit, example, layer)
                                .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                    }
                }
            }
        }
        assertThat((long) known)
                .as("outputs at which the cost is smooth")
                .isGreaterThan(layers() * outputs.length() / 2);
    }

    @Test
    final void gradientsAreAddedToWhatIsThere() {
        OutputPenalty penalty = onOutputs();
        for (DataType type : TYPES) {
            INDArray outputs = outputs(type, EXAMPLES);
            INDArray there = Probes.minibatch(type, EXAMPLES, UNITS, "gradients of the cost");
            INDArray sum = there.dup();
            penalty.cost(0, outputs, sum);
            Agreement.assertAgree(
                    "gradients of type " + type + ", added to others",
                    there.add(gradients(penalty, 0, outputs)),
                    sum,
                    1e-6);
        }
    }

    @Test
    final void theCostDoesNotChangeWithTheOrderOfExamples() {
        OutputPenalty penalty = onOutputs();
        INDArray outputs = outputs(DataType.DOUBLE, EXAMPLES);
        int[] reversed = IntStream.range(0, EXAMPLES).map(i -> EXAMPLES - 1 - i).toArray();
        INDArray other = rows(outputs, reversed);
        for (int layer = 0; layer < layers(); layer++) {
            assertClose(
                    "cost of layer %d for the same examples in another order".formatted(layer),
                    cost(penalty, layer, outputs),
                    cost(penalty, layer, other));
            Agreement.assertAgree(
                    "gradients of layer " + layer + " for the same examples in another order",
                    rows(gradients(penalty, layer, outputs), reversed),
                    gradients(penalty, layer, other),
                    1e-12);
        }
    }

    @Test
    final void theCostIsAMeanOverExamples() {
        OutputPenalty penalty = onOutputs();
        INDArray outputs = outputs(DataType.DOUBLE, EXAMPLES);
        INDArray twice = Nd4j.vstack(outputs, outputs);
        for (int layer = 0; layer < layers(); layer++) {
            assertClose(
                    "cost of layer %d for a minibatch that holds every example twice".formatted(layer),
                    cost(penalty, layer, outputs),
                    cost(penalty, layer, twice));
        }
    }

    @Test
    final void costsOfMinibatchesAreFiniteAndNotNegative() {
        OutputPenalty penalty = onOutputs();
        for (DataType type : TYPES) {
            for (int examples : new int[] {1, 2, 100}) {
                for (int layer = 0; layer < layers(); layer++) {
                    INDArray outputs = outputs(type, examples);
                    String what = "%d examples of type %s in layer %d".formatted(examples, type, layer);
                    assertCost("cost of " + what, cost(penalty, layer, outputs));
                    assertThat(Agreement.those(
                                    gradients(penalty, layer, outputs), gradient -> !Double.isFinite(gradient)))
                            .as("gradients that are not finite, of %s", what)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    final void aSilentLayerHasAFiniteCost() {
        OutputPenalty penalty = onOutputs();
        assumeTrue(range().contains(0), "outputs are never zero");
        INDArray silent = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, UNITS);
        assertCost("cost of outputs that are all zero", cost(penalty, 0, silent));
        assertThat(Agreement.those(gradients(penalty, 0, silent), gradient -> !Double.isFinite(gradient)))
                .as("gradients that are not finite, of outputs that are all zero")
                .isEmpty();
    }

    @Test
    final void bothPrecisionsAgree() {
        OutputPenalty penalty = onOutputs();
        INDArray rounded = outputs(DataType.FLOAT, EXAMPLES);
        INDArray exact = rounded.castTo(DataType.DOUBLE);
        double cost = cost(penalty, 0, exact);
        assertThat(cost(penalty, 0, rounded))
                .as("cost of outputs of 32 bits")
                .matches(found -> Agreement.agree(cost, found, 1e-5), "agrees with that of 64 bits, " + cost);
        Agreement.assertAgree("gradients", gradients(penalty, 0, exact), gradients(penalty, 0, rounded), 1e-5);
    }

    @Test
    final void outputsAreLeftUntouched() {
        OutputPenalty penalty = onOutputs();
        for (DataType type : TYPES) {
            INDArray outputs = outputs(type, EXAMPLES);
            gradients(penalty, 0, outputs);
            Agreement.assertSame("outputs after they have paid", outputs(type, EXAMPLES), outputs);
        }
    }

    @Test
    final void theSameMinibatchAlwaysCostsTheSame() {
        OutputPenalty penalty = onOutputs();
        INDArray outputs = outputs(DataType.FLOAT, EXAMPLES);
        double cost = cost(penalty, 0, outputs);
        INDArray gradients = gradients(penalty, 0, outputs);
        cost(penalty, 0, outputs(DataType.FLOAT, 3));
        assertThat(cost(penalty, 0, outputs)).as("cost, asked again").isEqualTo(cost);
        Agreement.assertSame("gradients, asked again", gradients, gradients(penalty, 0, outputs));
    }

    @Test
    final void everyLayoutInMemoryWillDo() {
        OutputPenalty penalty = onOutputs();
        for (DataType type : TYPES) {
            INDArray outputs = outputs(type, EXAMPLES);
            INDArray expected = gradients(penalty, 0, outputs);
            for (MatrixLayout from : MatrixLayout.values()) {
                for (MatrixLayout to : MatrixLayout.values()) {
                    INDArray gradients = to.empty(type, EXAMPLES, UNITS).assign(0);
                    penalty.cost(0, from.copyOf(outputs), gradients);
                    Agreement.assertAgree(
                            "gradients in layout " + to + " from layout " + from, expected, gradients, 1e-6);
                }
            }
        }
    }

    @Test
    final void theArrayFormIsTheMeanOfTheScalarForm() {
        ElementwisePenalty penalty = elementwise();
        double[] outputs = Matrices.toDoubles(outputs(DataType.DOUBLE, EXAMPLES));
        for (int layer = 0; layer < layers(); layer++) {
            int here = layer;
            double sum = Arrays.stream(outputs).map(a -> penalty.value(here, a)).sum();
            assertClose(
                    "cost of a minibatch in layer %d, beside that of its outputs one by one".formatted(layer),
                    sum / EXAMPLES,
                    cost(penalty, layer, outputs(DataType.DOUBLE, EXAMPLES)));
        }
    }

    @Test
    final void derivativesAgreeWithFiniteDifferences() {
        for (Scalar scalar : scalars()) {
            int known = 0;
            double[] points = points();
            for (double point : points) {
                Slope slope = Slope.of(scalar.value(), point);
                if (slope.isKnown()) {
                    known++;
                    assertThat(scalar.derivative().applyAsDouble(point))
                            .as("derivative of the cost %s at %s", scalar.where(), point)
                            .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                }
            }
            assertThat(known)
                    .as("points at which the cost %s is smooth", scalar.where())
                    .isGreaterThan(points.length / 2);
        }
    }

    @Test
    final void theDerivativeAtAKinkAtZeroIsZero() {
        assumeTrue(range().contains(-MARGIN) && range().contains(MARGIN), "zero is no inner point");
        for (Scalar scalar : scalars()) {
            if (!Slope.of(scalar.value(), 0).isKnown()) {
                for (double zero : new double[] {0.0, -0.0}) {
                    assertThat(scalar.derivative().applyAsDouble(zero))
                            .as("derivative of the cost %s at %s, where it has a kink", scalar.where(), zero)
                            .isZero();
                }
            }
        }
    }

    @Test
    final void costsAreFiniteAndNotNegative() {
        for (Scalar scalar : scalars()) {
            for (double point : points()) {
                assertCost(
                        "cost %s at %s".formatted(scalar.where(), point),
                        scalar.value().applyAsDouble(point));
            }
        }
    }

    @Test
    final void bulkCostsAgreeWithScalarForms() {
        for (Scalar scalar : scalars()) {
            float[] many = many();
            for (int[] part : withWhole(many.length)) {
                double sum = 0;
                for (int i = part[0]; i < part[1]; i++) {
                    sum += scalar.value().applyAsDouble(many[i]);
                }
                double expected = sum;
                assertThat(scalar.bulk().cost(many, part[0], part[1]))
                        .as("bulk cost %s of [%d, %d)", scalar.where(), part[0], part[1])
                        .matches(
                                found -> Agreement.agree(expected, found),
                                "agrees with the sum of the scalar form, " + expected);
            }
        }
    }

    @Test
    final void bulkDerivativesAgreeWithScalarForms() {
        for (Scalar scalar : scalars()) {
            float[] numbers = Probes.floats(points());
            float[] gradients = new float[numbers.length];
            Arrays.fill(gradients, 0.25f);
            scalar.bulk().addDerivative(numbers, 0, numbers.length, gradients);
            for (int i = 0; i < numbers.length; i++) {
                double expected = 0.25 + scalar.scale() * scalar.derivative().applyAsDouble(numbers[i]);
                assertThat((double) gradients[i])
                        .as("0.25 and the bulk derivative %s at %s", scalar.where(), numbers[i])
                        .matches(
                                found -> Agreement.agree(expected, found), "agrees with the scalar form's " + expected);
            }
        }
    }

    @Test
    final void bulkFormsTouchOnlyTheirPart() {
        for (Scalar scalar : scalars()) {
            float[] numbers = Probes.floats(points());
            float[] whole = new float[numbers.length];
            scalar.bulk().addDerivative(numbers, 0, numbers.length, whole);
            for (int[] part : PARTS) {
                float[] surrounded = numbers.clone();
                Arrays.fill(surrounded, 0, part[0], SENTINEL);
                Arrays.fill(surrounded, part[1], numbers.length, SENTINEL);
                String where = " %s of [%d, %d)".formatted(scalar.where(), part[0], part[1]);
                assertThat(scalar.bulk().cost(surrounded, part[0], part[1]))
                        .as("bulk cost%s, whatever lies around", where)
                        .isEqualTo(scalar.bulk().cost(numbers, part[0], part[1]));
                float[] gradients = new float[numbers.length];
                scalar.bulk().addDerivative(surrounded, part[0], part[1], gradients);
                Agreement.assertPart("bulk derivatives" + where, gradients, whole, 0, part);
            }
        }
    }

    @Test
    final void bulkInputsAreLeftUntouched() {
        for (Scalar scalar : scalars()) {
            float[] numbers = Probes.floats(points());
            scalar.bulk().cost(numbers, 0, numbers.length);
            scalar.bulk().addDerivative(numbers, 0, numbers.length, new float[numbers.length]);
            assertThat(numbers)
                    .as("numbers that have paid %s", scalar.where())
                    .containsExactly(Probes.floats(points()));
        }
    }

    @Test
    final void bulkFormsAllocateNothing() {
        for (Scalar scalar : scalars()) {
            float[] numbers = Probes.floats(points());
            float[] gradients = new float[numbers.length];
            Allocation.assertNone(
                    "the bulk cost " + scalar.where(), () -> scalar.bulk().cost(numbers, 0, numbers.length));
            Allocation.assertNone(
                    "bulk derivatives " + scalar.where(),
                    () -> scalar.bulk().addDerivative(numbers, 0, numbers.length, gradients));
        }
    }

    @Test
    final void somethingPays() {
        assumeTrue(penalty() instanceof WeightPenalty, "the penalty is on outputs");
        assertThat(scalars()).as("weights and biases that pay").isNotEmpty();
    }

    /** The cost of single numbers, of one layer's outputs or of one parameter. */
    private record Scalar(
            String where, DoubleUnaryOperator value, DoubleUnaryOperator derivative, double scale, Bulk bulk) {}

    /** The forms over ranges of plain arrays. */
    private interface Bulk {

        double cost(float[] numbers, int from, int to);

        void addDerivative(float[] numbers, int from, int to, float[] gradients);
    }

    private List<Scalar> scalars() {
        Penalty penalty = penalty();
        List<Scalar> scalars = new ArrayList<>();
        if (penalty instanceof ElementwisePenalty elementwise) {
            IntStream.range(0, layers()).forEach(layer -> scalars.add(ofOutputs(elementwise, layer)));
        } else if (penalty instanceof WeightPenalty onWeights) {
            parameters().stream()
                    .filter(onWeights::appliesTo)
                    .forEach(parameter -> scalars.add(ofParameter(onWeights, parameter)));
        } else {
            assumeTrue(false, "the penalty takes whole minibatches only");
        }
        return scalars;
    }

    private static Scalar ofOutputs(ElementwisePenalty penalty, int layer) {
        return new Scalar(
                "of layer " + layer,
                a -> penalty.value(layer, a),
                a -> penalty.derivative(layer, a),
                SCALE,
                new Bulk() {
                    @Override
                    public double cost(float[] numbers, int from, int to) {
                        return penalty.value(layer, numbers, from, to);
                    }

                    @Override
                    public void addDerivative(float[] numbers, int from, int to, float[] gradients) {
                        penalty.addDerivative(layer, numbers, from, to, SCALE, gradients);
                    }
                });
    }

    private static Scalar ofParameter(WeightPenalty penalty, Parameter parameter) {
        float[] unused = new float[MANY];
        return new Scalar(
                "of " + parameter.name(),
                weight -> penalty.value(parameter, weight),
                weight -> penalty.derivative(parameter, weight),
                1,
                new Bulk() {
                    @Override
                    public double cost(float[] numbers, int from, int to) {
                        return penalty.addDerivative(parameter, numbers, from, to, unused);
                    }

                    @Override
                    public void addDerivative(float[] numbers, int from, int to, float[] gradients) {
                        penalty.addDerivative(parameter, numbers, from, to, gradients);
                    }
                });
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (int layer = 0; layer <= layers(); layer++) {
            boolean output = layer == layers();
            String name = output ? "output" : "layer-" + (layer + 1);
            parameters.add(new Parameter(name + "/weights", Role.WEIGHTS, layer, output, 2, MANY));
            parameters.add(new Parameter(name + "/biases", Role.BIASES, layer, output, 1, MANY));
        }
        return parameters;
    }

    private OutputPenalty onOutputs() {
        Penalty penalty = penalty();
        assumeTrue(penalty instanceof OutputPenalty, "the penalty is on weights");
        return (OutputPenalty) penalty;
    }

    private ElementwisePenalty elementwise() {
        Penalty penalty = penalty();
        assumeTrue(penalty instanceof ElementwisePenalty, "the penalty is not element-wise");
        return (ElementwisePenalty) penalty;
    }

    private static double cost(OutputPenalty penalty, int layer, INDArray outputs) {
        return penalty.cost(layer, outputs, outputs.ulike().assign(0));
    }

    private static INDArray gradients(OutputPenalty penalty, int layer, INDArray outputs) {
        INDArray gradients = outputs.ulike().assign(0);
        penalty.cost(layer, outputs, gradients);
        return gradients;
    }

    private static Slope slope(OutputPenalty penalty, int layer, INDArray outputs, int example, int unit) {
        return Slope.of(
                a -> {
                    INDArray moved = outputs.dup();
                    moved.putScalar(example, unit, a);
                    return cost(penalty, layer, moved);
                },
                outputs.getDouble(example, unit));
    }

    private static INDArray rows(INDArray matrix, int[] order) {
        return matrix.getRows(order);
    }

    private INDArray outputs(DataType type, int examples) {
        double[] points = points();
        double[] outputs = new double[examples * UNITS];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = points[i * 31 % points.length];
        }
        return Nd4j.createFromArray(outputs).reshape('c', examples, UNITS).castTo(type);
    }

    /** Numbers of the range, far enough from its ends for finite differences. */
    private double[] points() {
        OutputRange range = range();
        double[] inside = Matrices.toDoubles(Probes.inside(range, DataType.DOUBLE, 20, 20));
        return Arrays.stream(range.equals(OutputRange.REAL) ? Probes.ordinary() : inside)
                .filter(number -> range.contains(number - MARGIN) && range.contains(number + MARGIN))
                .toArray();
    }

    /** So many that a sum in 32 bits would show. */
    private float[] many() {
        float[] points = Probes.floats(points());
        float[] many = new float[MANY];
        for (int i = 0; i < many.length; i++) {
            many[i] = points[i % points.length];
        }
        return many;
    }

    private static List<int[]> withWhole(int length) {
        List<int[]> parts = new ArrayList<>(List.of(PARTS));
        parts.add(new int[] {0, length});
        return parts;
    }

    private void assertCost(String what, double cost) {
        assertThat(cost).as(what).isFinite();
        if (!mayBeNegative()) {
            assertThat(cost).as(what).isNotNegative();
        }
    }

    private static void assertClose(String what, double expected, double found) {
        assertThat(found).as(what).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }
}
