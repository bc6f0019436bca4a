package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.Parameter.Role;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;

/**
 * What every optimizer must satisfy; its author extends this class and names the optimizer.
 *
 * <pre>{@code
 * class HeavyBallTest extends OptimizerContract {
 *     @Override
 *     protected Optimizer optimizer() {
 *         return Components.make(new MyPlugin().optimizers(), "heavy-ball", Map.of("learning-rate", "0.1"));
 *     }
 * }
 * }</pre>
 *
 * <p>Checked are single steps (that they follow the gradient and are multiplied by the schedule's factor), many of them (that a
 * convex quadratic is minimised, that nothing grows out of the finite numbers), what is remembered (saved and loaded, learning
 * goes on bit for bit), and that parameters are learned independently. An {@link ElementwiseOptimizer} is checked through its
 * form over ranges too: however a parameter is cut, wherever it lies, on how many threads.
 *
 * @since 0.2
 */
public abstract class OptimizerContract {

    private static final Parameter WEIGHTS = new Parameter("layer-1/weights", Role.WEIGHTS, 0, false, 12, 9);
    private static final Parameter BIASES = new Parameter("layer-1/biases", Role.BIASES, 0, false, 1, 9);
    private static final List<Parameter> PARAMETERS = List.of(WEIGHTS, BIASES);
    private static final int FEW = 6;
    private static final int OFFSET = 37;
    private static final float SENTINEL = -7.25f;

    /** The optimizer under test, with a learning rate at which {@link #quadraticSteps()} are enough. */
    protected abstract Optimizer optimizer();

    /** Whether every change of a parameter is multiplied by the schedule's factor; overridden where something is not. */
    protected boolean obeysTheSchedule() {
        return true;
    }

    /** Whether the first step moves every number against its gradient; overridden by one that goes another way. */
    protected boolean beginsDownhill() {
        return true;
    }

    /**
     * In how many steps the optimizer comes from a distance of 0.5 to a tenth of the cost of a quadratic whose curvatures are
     * between 0.5 and 1.5; 5,000 unless overridden.
     */
    protected int quadraticSteps() {
        return 5_000;
    }

    @Test
    final void aRateFactorOfZeroMovesNothing() {
        assumeTrue(obeysTheSchedule(), "the optimizer moves whatever the factor");
        for (Parameter parameter : PARAMETERS) {
            INDArray values = values(parameter);
            ParameterUpdate update = optimizer().begin(parameter);
            for (int step = 0; step < FEW; step++) {
                update.apply(
                        values, gradient(parameter, step), FixedStep.of(step).withRateFactor(0));
            }
            Agreement.assertSame(parameter.name() + " after steps at a rate factor of 0", values(parameter), values);
        }
    }

    @Test
    final void theFirstStepIsMultipliedByTheRateFactor() {
        assumeTrue(obeysTheSchedule(), "the optimizer moves whatever the factor");
        for (Parameter parameter : PARAMETERS) {
            float[] whole = moves(parameter, 1);
            float[] half = moves(parameter, 0.5);
            for (int i = 0; i < whole.length; i++) {
                assertThat(half[i])
                        .as(
                                "first step of number %d of %s at a rate factor of 0.5; at 1 it is %s",
                                i, parameter.name(), whole[i])
                        .isCloseTo(whole[i] / 2, within(roundingOf(whole[i])));
            }
        }
    }

    /** How far a move may be off that is the difference of two numbers below 1. */
    private static float roundingOf(float move) {
        return 1e-6f + 1e-4f * Math.abs(move);
    }

    @Test
    final void theFirstStepGoesAgainstTheGradient() {
        assumeTrue(beginsDownhill(), "the optimizer goes another way");
        for (Parameter parameter : PARAMETERS) {
            float[] moves = moves(parameter, 1);
            float[] gradient = Matrices.toFloats(gradient(parameter, 0));
            for (int i = 0; i < moves.length; i++) {
                assertThat(Math.signum(moves[i]))
                        .as(
                                "direction of the first step of number %d of %s, whose gradient is %s",
                                i, parameter.name(), gradient[i])
                        .isEqualTo(-Math.signum(gradient[i]));
            }
        }
    }

    @Test
    final void aConvexQuadraticIsMinimised() {
        for (Parameter parameter : PARAMETERS) {
            INDArray distances = values(parameter);
            INDArray curvatures = values(parameter).add(1);
            double before = quadratic(curvatures, distances);
            ParameterUpdate update = optimizer().begin(parameter);
            for (int step = 0; step < quadraticSteps(); step++) {
                update.apply(distances, distances.mul(curvatures), step(step));
            }
            assertThat(quadratic(curvatures, distances))
                    .as(
                            "cost of a quadratic in %s after %d steps, before them %s",
                            parameter.name(), quadraticSteps(), before)
                    .isLessThan(before / 10);
        }
    }

    private static double quadratic(INDArray curvatures, INDArray distances) {
        return distances.mul(distances).mul(curvatures).sumNumber().doubleValue() / 2;
    }

    @Test
    final void gradientsOfAnySizeLeaveParametersFinite() {
        for (double size : new double[] {0, 1e-40, 1e-20, 1e15, 1e25}) {
            INDArray values = values(WEIGHTS);
            ParameterUpdate update = optimizer().begin(WEIGHTS);
            for (int step = 0; step < FEW; step++) {
                update.apply(values, gradient(WEIGHTS, step, size), step(step));
            }
            assertThat(Agreement.those(values, value -> !Double.isFinite(value)))
                    .as("parameters that are not finite after steps along gradients of about %s", size)
                    .isEmpty();
        }
    }

    @Test
    final void theSameGradientsGiveTheSameSteps() {
        Optimizer optimizer = optimizer();
        float[] once = learned(optimizer.begin(WEIGHTS), WEIGHTS);
        assertThat(learned(optimizer.begin(WEIGHTS), WEIGHTS))
                .as("parameters learned again, begun by the same optimizer")
                .containsExactly(once);
        assertThat(learned(optimizer().begin(WEIGHTS), WEIGHTS))
                .as("parameters learned by another object of the same kind")
                .containsExactly(once);
    }

    @Test
    final void parametersAreLearnedIndependently() {
        Optimizer optimizer = optimizer();
        List<Learning> learnings = PARAMETERS.stream()
                .map(parameter -> new Learning(parameter, optimizer.begin(parameter), values(parameter)))
                .toList();
        for (int step = 0; step < FEW; step++) {
            for (Learning learning : learnings) {
                learn(learning.update(), learning.parameter(), learning.values(), step, step + 1);
            }
        }
        for (Learning learning : learnings) {
            Parameter parameter = learning.parameter();
            assertThat(Matrices.toFloats(learning.values()))
                    .as("%s, learned beside another parameter", parameter.name())
                    .containsExactly(learned(optimizer().begin(parameter), parameter));
        }
    }

    private record Learning(Parameter parameter, ParameterUpdate update, INDArray values) {}

    @Test
    final void everyLayoutInMemoryWillDo() {
        float[] expected = learned(optimizer().begin(WEIGHTS), WEIGHTS);
        for (MatrixLayout ofValues : MatrixLayout.values()) {
            for (MatrixLayout ofGradient : MatrixLayout.values()) {
                INDArray values = ofValues.copyOf(values(WEIGHTS));
                ParameterUpdate update = optimizer().begin(WEIGHTS);
                for (int step = 0; step < FEW; step++) {
                    update.apply(values, ofGradient.copyOf(gradient(WEIGHTS, step)), step(step));
                }
                Agreement.assertAgree(
                        "parameter in layout " + ofValues + ", learned from gradients in layout " + ofGradient,
                        Nd4j.createFromArray(expected).reshape('c', WEIGHTS.rows(), WEIGHTS.columns()),
                        values,
                        1e-6);
            }
        }
    }

    @Test
    final void aSavedStateGoesOnBitForBit() {
        for (Parameter parameter : PARAMETERS) {
            INDArray values = values(parameter);
            ParameterUpdate update = optimizer().begin(parameter);
            learn(update, parameter, values, 0, FEW);
            INDArray resumed = values.dup();
            ParameterUpdate other = optimizer().begin(parameter);
            other.restore(update.state());
            assertThat(numbers(other.state()))
                    .as("state of " + parameter.name() + ", restored")
                    .isEqualTo(numbers(update.state()));
            learn(update, parameter, values, FEW, 2 * FEW);
            learn(other, parameter, resumed, FEW, 2 * FEW);
            Agreement.assertSame(
                    parameter.name() + " after steps from a restored state, beside steps without a break",
                    values,
                    resumed);
            assertThat(numbers(other.state()))
                    .as("state of " + parameter.name() + " after steps from a restored state")
                    .isEqualTo(numbers(update.state()));
        }
    }

    @Test
    final void aStateHasNamesAndIsOfTheParametersSize() {
        for (Parameter parameter : PARAMETERS) {
            ParameterUpdate update = optimizer().begin(parameter);
            learn(update, parameter, values(parameter), 0, FEW);
            update.state().forEach((name, array) -> {
                assertThat(name)
                        .as("a name in the state of %s", parameter.name())
                        .isNotBlank();
                assertThat(array.length())
                        .as("numbers of '%s', remembered of %s", name, parameter.name())
                        .isEqualTo(parameter.length());
            });
        }
    }

    @Test
    final void aSavedStateIsACopy() {
        ParameterUpdate update = optimizer().begin(WEIGHTS);
        INDArray values = values(WEIGHTS);
        learn(update, WEIGHTS, values, 0, FEW);
        Map<String, INDArray> saved = update.state();
        Map<String, List<Float>> before = numbers(saved);
        learn(update, WEIGHTS, values, FEW, 2 * FEW);
        assertThat(numbers(saved)).as("a saved state after further steps").isEqualTo(before);
        ParameterUpdate other = optimizer().begin(WEIGHTS);
        other.restore(saved);
        saved.values().forEach(array -> array.assign(SENTINEL));
        assertThat(numbers(other.state()))
                .as("a restored state after the saved one was overwritten")
                .isEqualTo(before);
    }

    @Test
    final void aForeignStateIsRefused() {
        ParameterUpdate update = optimizer().begin(WEIGHTS);
        Map<String, INDArray> foreign = new LinkedHashMap<>(update.state());
        foreign.put("of-another-optimizer", Nd4j.zeros(WEIGHTS.rows(), WEIGHTS.columns()));
        assertThat(catchThrowable(() -> update.restore(foreign)))
                .as("refusal of a state that holds 'of-another-optimizer' too")
                .isInstanceOf(IllegalArgumentException.class);
        if (!update.state().isEmpty()) {
            assertThat(catchThrowable(() -> update.restore(Map.of())))
                    .as(
                            "refusal of a state that holds nothing, for an update that remembers %s",
                            update.state().keySet())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    final void whatGradientDescentDeclaresIsWhatItDoes() {
        Optimizer optimizer = optimizer();
        assumeTrue(optimizer instanceof GradientDescent, "the optimizer is more than gradient descent");
        double rate = ((GradientDescent) optimizer).learningRate();
        assertThat(rate).as("learning rate").isFinite().isNotNegative();
        INDArray expected = values(WEIGHTS).sub(gradient(WEIGHTS, 0).mul(rate));
        INDArray values = values(WEIGHTS);
        optimizer.begin(WEIGHTS).apply(values, gradient(WEIGHTS, 0), step(0));
        Agreement.assertAgree("parameter after one step of gradient descent at " + rate, expected, values, 1e-6);
    }

    @Test
    final void memoriesHaveNamesOfTheirOwn() {
        ElementwiseOptimizer optimizer = elementwise();
        List<String> memories = optimizer.memories();
        assertThat(memories).as("names of memories").doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(optimizer.memories()).as("names of memories, asked again").isEqualTo(memories);
    }

    @Test
    final void theArrayFormAgreesWithTheFormOverRanges() {
        for (Parameter parameter : PARAMETERS) {
            Plain plain = Plain.of(elementwise(), parameter, 0);
            plain.learn(FEW, List.of(new int[] {0, parameter.length()}));
            float[] array = learned(elementwise().begin(parameter), parameter);
            for (int i = 0; i < array.length; i++) {
                float expected = plain.values()[i];
                assertThat((double) array[i])
                        .as("number %d of %s, learned in the array form", i, parameter.name())
                        .matches(found -> Agreement.agree(expected, found), "agrees with ranges' " + expected);
            }
        }
    }

    @Test
    final void rangesMayBeCutAnyway() {
        int end = WEIGHTS.length();
        Plain whole = Plain.of(elementwise(), WEIGHTS, 0);
        whole.learn(FEW, List.of(new int[] {0, end}));
        Plain cut = Plain.of(elementwise(), WEIGHTS, 0);
        cut.learn(FEW, List.of(new int[] {70, end}, new int[] {0, 1}, new int[] {1, 1}, new int[] {1, 20}, new int[] {
            20, 70
        }));
        cut.assertSame("learned in parts", whole, 0);
    }

    @Test
    final void whereNumbersLieChangesNothing() {
        Plain here = Plain.of(elementwise(), WEIGHTS, 0);
        here.learn(FEW, List.of(new int[] {0, WEIGHTS.length()}));
        Plain there = Plain.of(elementwise(), WEIGHTS, OFFSET);
        there.learn(FEW, List.of(new int[] {OFFSET, OFFSET + WEIGHTS.length()}));
        there.assertSame("learned elsewhere in an array", here, OFFSET);
    }

    @Test
    final void rangesTouchOnlyTheirPart() {
        Plain plain = Plain.of(elementwise(), WEIGHTS, OFFSET);
        plain.fillAround(SENTINEL);
        plain.learn(FEW, List.of(new int[] {OFFSET, OFFSET + WEIGHTS.length()}));
        plain.assertAround(SENTINEL);
    }

    @Test
    final void threadsMayShareAParameter() {
        int quarter = WEIGHTS.length() / 4;
        Plain alone = Plain.of(elementwise(), WEIGHTS, 0);
        alone.learn(FEW, List.of(new int[] {0, WEIGHTS.length()}));
        for (int round = 0; round < 25; round++) {
            Plain shared = Plain.of(elementwise(), WEIGHTS, 0);
            List<Runnable> works = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int[] part = {thread * quarter, thread == 3 ? WEIGHTS.length() : (thread + 1) * quarter};
                works.add(() -> shared.learn(FEW, List.of(part)));
            }
            Threads.runAll(works);
            shared.assertSame("learned by four threads", alone, 0);
        }
    }

    @Test
    final void updatesAllocateNothing() {
        ElementwiseOptimizer optimizer = elementwise();
        Plain plain = Plain.of(optimizer, WEIGHTS, 0);
        float[] gradients = Matrices.toFloats(gradient(WEIGHTS, 0));
        Step step = step(3);
        Allocation.assertNone(
                "an update",
                () -> optimizer.update(
                        WEIGHTS, plain.values(), gradients, plain.memories(), 0, WEIGHTS.length(), step));
    }

    /** A parameter somewhere in plain arrays. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Plain(
            ElementwiseOptimizer optimizer,
            Parameter parameter,
            int from,
            float[] values,
            float[][] memories,
            float[] spoiled) {

        static Plain of(ElementwiseOptimizer optimizer, Parameter parameter, int from) {
            int length = from + parameter.length() + OFFSET;
            float[] values = new float[length];
            System.arraycopy(
                    Matrices.toFloats(OptimizerContract.values(parameter)), 0, values, from, parameter.length());
            return new Plain(
                    optimizer,
                    parameter,
                    from,
                    values,
                    new float[optimizer.memories().size()][length],
                    new float[length]);
        }

        /** Steps, each part by part. */
        void learn(int steps, List<int[]> parts) {
            for (int step = 0; step < steps; step++) {
                float[] gradient = Matrices.toFloats(gradient(parameter, step));
                for (int[] part : parts) {
                    System.arraycopy(gradient, part[0] - from, spoiled, part[0], part[1] - part[0]);
                    optimizer.update(parameter, values, spoiled, memories, part[0], part[1], step(step));
                }
            }
        }

        private List<float[]> arrays() {
            List<float[]> arrays = new ArrayList<>(Arrays.asList(memories));
            arrays.add(values);
            arrays.add(spoiled);
            return arrays;
        }

        void fillAround(float number) {
            for (float[] array : arrays()) {
                Arrays.fill(array, 0, from, number);
                Arrays.fill(array, from + parameter.length(), array.length, number);
            }
        }

        void assertAround(float number) {
            for (float[] array : arrays()) {
                float[] around = array.clone();
                Arrays.fill(around, from, from + parameter.length(), number);
                assertThat(around)
                        .as("values, memories and gradients around the part that is learned")
                        .containsOnly(number);
            }
        }

        /** Compares with the same parameter at the beginning of arrays, but for the gradients, which may be spoiled. */
        void assertSame(String how, Plain other, int from) {
            assertThat(Arrays.copyOfRange(values, from, from + parameter.length()))
                    .as("values, %s", how)
                    .containsExactly(Arrays.copyOf(other.values, parameter.length()));
            for (int memory = 0; memory < memories.length; memory++) {
                assertThat(Arrays.copyOfRange(memories[memory], from, from + parameter.length()))
                        .as("memory '%s', %s", optimizer.memories().get(memory), how)
                        .containsExactly(Arrays.copyOf(other.memories[memory], parameter.length()));
            }
        }
    }

    private ElementwiseOptimizer elementwise() {
        Optimizer optimizer = optimizer();
        assumeTrue(optimizer instanceof ElementwiseOptimizer, "the optimizer is not element-wise");
        return (ElementwiseOptimizer) optimizer;
    }

    private float[] moves(Parameter parameter, double rateFactor) {
        INDArray values = values(parameter);
        optimizer()
                .begin(parameter)
                .apply(values, gradient(parameter, 0), FixedStep.of(0).withRateFactor(rateFactor));
        return Matrices.toFloats(values.sub(values(parameter)));
    }

    private static float[] learned(ParameterUpdate update, Parameter parameter) {
        INDArray values = values(parameter);
        learn(update, parameter, values, 0, FEW);
        return Matrices.toFloats(values);
    }

    private static void learn(ParameterUpdate update, Parameter parameter, INDArray values, int from, int to) {
        for (int step = from; step < to; step++) {
            update.apply(values, gradient(parameter, step), step(step));
        }
    }

    private static Step step(int update) {
        return new FixedStep(update, update / 1000 + 1, 10, 1000, 1);
    }

    /** From -0.5 to 0.5. */
    private static INDArray values(Parameter parameter) {
        INDArray values = Probes.minibatch(DataType.FLOAT, parameter.rows(), parameter.columns(), parameter.name());
        return values.div(values.amaxNumber()).div(2);
    }

    /** Another one in each step; no number of it is zero, or very small. */
    private static INDArray gradient(Parameter parameter, int step) {
        return gradient(parameter, step, 1);
    }

    private static INDArray gradient(Parameter parameter, int step, double size) {
        double[] ordinary = Matrices.toDoubles(
                Probes.minibatch(DataType.DOUBLE, parameter.rows(), parameter.columns(), "gradient-" + step));
        INDArray gradient = Nd4j.create(DataType.FLOAT, parameter.rows(), parameter.columns());
        Matrices.fill(
                gradient,
                Probes.floats(Arrays.stream(ordinary)
                        .map(number -> size * (number + 0.1 * Math.signum(number)))
                        .toArray()));
        return gradient;
    }

    /** Each array as the list of its numbers. */
    private static Map<String, List<Float>> numbers(Map<String, INDArray> state) {
        Map<String, List<Float>> numbers = new LinkedHashMap<>();
        state.forEach((name, array) -> {
            List<Float> list = new ArrayList<>();
            for (float number : Matrices.toFloats(array)) {
                list.add(number);
            }
            numbers.put(name, list);
        });
        return numbers;
    }
}
