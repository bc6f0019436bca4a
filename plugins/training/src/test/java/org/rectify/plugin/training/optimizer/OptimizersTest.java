package org.rectify.plugin.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.testkit.FixedStep;
import org.rectify.testkit.TestContext;

/** Each optimizer against worked numbers, and against its formulas in plain 64-bit loops. */
class OptimizersTest {

    private static final int STEPS = 50;
    private static final Parameter WEIGHTS = new Parameter("layer-1/weights", Parameter.Role.WEIGHTS, 0, false, 7, 5);
    private static final Parameter BIASES = new Parameter("layer-1/biases", Parameter.Role.BIASES, 0, false, 1, 5);

    /** An optimizer's formulas for one number. */
    interface Formula {

        /**
         * The number after one step.
         *
         * @param memory at least two numbers, zero before the first step
         * @param t steps, from 1
         */
        double step(double w, double g, double[] memory, double factor, int t);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of("momentum", momentum(0.05, 0.8, false), (Formula) (w, g, m, factor, t) -> {
                    m[0] = 0.8 * m[0] + g;
                    return w - 0.05 * factor * m[0];
                }),
                Arguments.of("nesterov", momentum(0.05, 0.8, true), (Formula) (w, g, m, factor, t) -> {
                    m[0] = 0.8 * m[0] + g;
                    return w - 0.05 * factor * (g + 0.8 * m[0]);
                }),
                Arguments.of("adam", adam(0.02, 0.85, 0.99, 1e-3), (Formula) (w, g, m, factor, t) -> {
                    m[0] = 0.85 * m[0] + 0.15 * g;
                    m[1] = 0.99 * m[1] + 0.01 * g * g;
                    double mean = m[0] / (1 - Math.pow(0.85, t));
                    double square = m[1] / (1 - Math.pow(0.99, t));
                    return w - 0.02 * factor * mean / (Math.sqrt(square) + 1e-3);
                }),
                Arguments.of("adagrad", adaGrad(0.1, 1e-2), (Formula) (w, g, m, factor, t) -> {
                    m[0] += g * g;
                    return w - 0.1 * factor * g / (Math.sqrt(m[0]) + 1e-2);
                }),
                Arguments.of("rmsprop", rmsProp(0.02, 0.7, 1e-3), (Formula) (w, g, m, factor, t) -> {
                    m[0] = 0.7 * m[0] + 0.3 * g * g;
                    return w - 0.02 * factor * g / (Math.sqrt(m[0]) + 1e-3);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void stepsAreThoseOfTheFormulas(String name, Optimizer optimizer, Formula formula) {
        for (Parameter parameter : List.of(WEIGHTS, BIASES)) {
            Descent descent = new Descent(parameter);
            double[] expected = Descent.start(parameter.length());
            double[][] memories = new double[expected.length][2];
            ParameterUpdate update = optimizer.begin(parameter);
            for (int step = 0; step < STEPS; step++) {
                double factor = 1.0 / (1 + 0.1 * step);
                double[] gradient = descent.gradient(expected, step);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = formula.step(expected[i], gradient[i], memories[i], factor, step + 1);
                }
                update.apply(
                        descent.values,
                        descent.array(descent.gradient(Matrices.toDoubles(descent.values), step)),
                        FixedStep.of(step).withRateFactor(factor));
            }
            assertThat(Matrices.toDoubles(descent.values)).containsExactly(expected, within(2e-5));
            assertThat(expected[0]).isNotCloseTo(Descent.start(1)[0], within(0.1));
        }
    }

    @Test
    void momentumMakesTheWorkedSteps() {
        assertThat(twoSteps(momentum(0.5, 0.5, false))).containsExactly(new float[] {8 - 1 - 2.5f}, within(1e-6f));
        assertThat(twoSteps(momentum(0.5, 0.5, true))).containsExactly(new float[] {8 - 1.5f - 3.25f}, within(1e-6f));
    }

    @Test
    void adamMakesTheWorkedSteps() {
        // First 2 / 2; then mean (0.25 * 2 + 0.5 * 4) / 0.75, square (0.1875 * 4 + 0.25 * 16) / 0.4375.
        float second = (float) (0.5 * (2.5 / 0.75) / (Math.sqrt(4.75 / 0.4375) + 1e-8));

        assertThat(twoSteps(adam(0.5, 0.5, 0.75, 1e-8))).containsExactly(new float[] {7.5f - second}, within(1e-6f));
    }

    @Test
    void theOthersMakeTheWorkedSteps() {
        float adaGrad = 0.5f * 4 / (float) Math.sqrt(20);
        float first = 0.5f * 2 / 1;
        float second = 0.5f * 4 / (float) Math.sqrt(0.75 * 1 + 0.25 * 16);

        assertThat(twoSteps(adaGrad(0.5, 1e-8))).containsExactly(new float[] {8 - 0.5f - adaGrad}, within(1e-6f));
        assertThat(twoSteps(rmsProp(0.5, 0.75, 1e-8))).containsExactly(new float[] {8 - first - second}, within(1e-6f));
    }

    /** 8 after the gradients 2 and 4. */
    private static float[] twoSteps(Optimizer optimizer) {
        INDArray value = Nd4j.createFromArray(new float[][] {{8}});
        ParameterUpdate update = optimizer.begin(new Parameter("output/biases", Parameter.Role.BIASES, 0, true, 1, 1));
        update.apply(value, Nd4j.createFromArray(new float[][] {{2}}), FixedStep.of(0));
        update.apply(value, Nd4j.createFromArray(new float[][] {{4}}), FixedStep.of(1));
        return Matrices.toFloats(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void aNumberWithoutGradientsStays(String name, Optimizer optimizer, Formula formula) {
        INDArray values = Nd4j.ones(7, 5);
        ParameterUpdate update = optimizer.begin(WEIGHTS);
        for (int step = 0; step < 3; step++) {
            update.apply(values, Nd4j.zeros(7, 5), FixedStep.of(step));
        }

        assertThat(Matrices.toFloats(values)).containsOnly(1f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void aRangeIsLearnedByItself(String name, Optimizer optimizer, Formula formula) {
        ElementwiseOptimizer elementwise = (ElementwiseOptimizer) optimizer;
        float[] whole = floats(1);
        float[] parts = floats(1);
        float[][] wholeMemories = new float[elementwise.memories().size()][whole.length];
        float[][] partMemories = new float[elementwise.memories().size()][whole.length];
        for (int step = 0; step < 3; step++) {
            FixedStep now = FixedStep.of(step);
            elementwise.update(WEIGHTS, whole, floats(2 + step), wholeMemories, 0, 35, now);
            elementwise.update(WEIGHTS, parts, floats(2 + step), partMemories, 3, 20, now);
            elementwise.update(WEIGHTS, parts, floats(2 + step), partMemories, 20, 35, now);
        }

        assertThat(Arrays.copyOfRange(parts, 3, 35)).isEqualTo(Arrays.copyOfRange(whole, 3, 35));
        assertThat(Arrays.copyOf(parts, 3)).isEqualTo(Arrays.copyOf(floats(1), 3));
        assertThat(partMemories[0][2]).isZero();
        assertThat(partMemories[0][3]).isEqualTo(wholeMemories[0][3]).isNotZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void goesOnFromWhatItRemembered(String name, Optimizer optimizer, Formula formula) {
        Descent uninterrupted = new Descent(WEIGHTS);
        Descent interrupted = new Descent(WEIGHTS);
        ParameterUpdate update = optimizer.begin(WEIGHTS);
        ParameterUpdate first = optimizer.begin(WEIGHTS);
        uninterrupted.learn(update, 0, 20);
        interrupted.learn(first, 0, 9);
        Map<String, INDArray> state = first.state();
        interrupted.copy().learn(first, 9, 12);
        ParameterUpdate second = optimizer.begin(WEIGHTS);
        second.restore(state);
        interrupted.learn(second, 9, 20);

        assertThat(state.keySet()).containsExactlyElementsOf(((ElementwiseOptimizer) optimizer).memories());
        assertThat(Matrices.toFloats(interrupted.values)).isEqualTo(Matrices.toFloats(uninterrupted.values));
    }

    /** Steps down a bowl with noise, each number in its own steepness. */
    private static final class Descent {

        private final Parameter parameter;
        private final INDArray values;

        Descent(Parameter parameter) {
            this(parameter, Nd4j.zeros(parameter.rows(), parameter.columns()));
            Matrices.fill(values, start(parameter.length()));
        }

        private Descent(Parameter parameter, INDArray values) {
            this.parameter = parameter;
            this.values = values;
        }

        Descent copy() {
            return new Descent(parameter, values.dup());
        }

        static double[] start(int length) {
            double[] start = new double[length];
            Arrays.setAll(start, i -> 1.5 - 0.1 * i);
            return start;
        }

        double[] gradient(double[] at, int step) {
            RandomStream noise = new RandomStreams(step).stream("noise");
            double[] gradient = new double[at.length];
            Arrays.setAll(gradient, i -> (0.5 + i % 3) * at[i] + noise.nextDouble(-0.2, 0.2));
            return gradient;
        }

        INDArray array(double[] numbers) {
            INDArray array = Nd4j.zeros(parameter.rows(), parameter.columns());
            Matrices.fill(array, numbers);
            return array;
        }

        void learn(ParameterUpdate update, int from, int to) {
            for (int step = from; step < to; step++) {
                update.apply(values, array(gradient(Matrices.toDoubles(values), step)), FixedStep.of(step));
            }
        }
    }

    private static float[] floats(int seed) {
        RandomStream random = new RandomStreams(seed).stream("floats");
        float[] floats = new float[WEIGHTS.length()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) random.nextDouble(-1, 1);
        }
        return floats;
    }

    private static Optimizer momentum(double learningRate, double momentum, boolean nesterov) {
        return new Momentum()
                .create(new Momentum.Options(learningRate, momentum, nesterov), TestContext.in(Path.of("")));
    }

    private static Optimizer adam(double learningRate, double beta1, double beta2, double epsilon) {
        return new Adam().create(new Adam.Options(learningRate, beta1, beta2, epsilon), TestContext.in(Path.of("")));
    }

    private static Optimizer adaGrad(double learningRate, double epsilon) {
        return new AdaGrad().create(new AdaGrad.Options(learningRate, epsilon), TestContext.in(Path.of("")));
    }

    private static Optimizer rmsProp(double learningRate, double decay, double epsilon) {
        return new RmsProp().create(new RmsProp.Options(learningRate, decay, epsilon), TestContext.in(Path.of("")));
    }
}
