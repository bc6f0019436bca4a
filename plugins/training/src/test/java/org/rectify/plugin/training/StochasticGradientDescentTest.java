package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.testkit.FixedStep;
import org.rectify.testkit.TestContext;

class StochasticGradientDescentTest {

    @Test
    void makesTheWorkedExamplesStep() {
        // (p - y) times the hidden outputs (1.6, -0.2) of the worked example of items 13 and 17.
        double d = 0.785834983043;
        INDArray weights = Nd4j.createFromArray(new double[][] {{1, -1}, {0.5, 2}});
        INDArray gradient = Nd4j.createFromArray(new double[][] {{1.6 * d, -0.2 * d}, {-1.6 * d, 0.2 * d}});

        sgd(0.1).begin(parameter(2, 2)).apply(weights, gradient, FixedStep.of(0));

        assertThat(Matrices.toDoubles(weights))
                .containsExactly(
                        new double[] {0.874266402713, -0.984283300339, 0.625733597287, 1.984283300339}, within(1e-12));
    }

    @Test
    void remembersNothingBetweenSteps() {
        INDArray parameter = Nd4j.createFromArray(8f, -8f);
        ParameterUpdate update = sgd(0.5).begin(parameter(1, 2));

        update.apply(parameter, Nd4j.createFromArray(2f, 0f), FixedStep.of(0));
        update.apply(parameter, Nd4j.createFromArray(2f, -4f), FixedStep.of(1));

        assertThat(Matrices.toFloats(parameter)).containsExactly(6f, -6f);
    }

    @Test
    void aLearningRateOfZeroLeavesParametersUnchanged() {
        INDArray parameter = Nd4j.createFromArray(0.1f, -3f);

        sgd(0).begin(parameter(1, 2)).apply(parameter, Nd4j.createFromArray(1e30f, -2f), FixedStep.of(0));

        assertThat(Matrices.toFloats(parameter)).containsExactly(0.1f, -3f);
    }

    @Test
    void theScheduleScalesTheStep() {
        INDArray parameter = Nd4j.createFromArray(8f, -8f);

        sgd(0.5).begin(parameter(1, 2))
                .apply(parameter, Nd4j.createFromArray(2f, 4f), FixedStep.of(0).withRateFactor(0.5));

        assertThat(Matrices.toFloats(parameter)).containsExactly(7.5f, -9f);
    }

    @Test
    void letsTheEngineFuseTheStepWithTheGradient() {
        assertThat(sgd(0.1))
                .isInstanceOfSatisfying(
                        GradientDescent.class,
                        descent -> assertThat(descent.learningRate()).isEqualTo(0.1));
    }

    @Test
    void acceptsALearningRateThatDiverges() {
        assertThat(sgd(1e6))
                .isInstanceOfSatisfying(
                        GradientDescent.class,
                        descent -> assertThat(descent.learningRate()).isEqualTo(1e6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesALearningRateThatIsNoStep(double learningRate) {
        assertThatThrownBy(() -> sgd(learningRate))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("learning-rate = " + learningRate + ": must be in [0, inf)");
    }

    private static Parameter parameter(int rows, int columns) {
        return new Parameter("layer-1/weights", Parameter.Role.WEIGHTS, 0, false, rows, columns);
    }

    private static Optimizer sgd(double learningRate) {
        return new StochasticGradientDescent()
                .create(new StochasticGradientDescent.Options(learningRate), TestContext.in(Path.of("")));
    }
}
