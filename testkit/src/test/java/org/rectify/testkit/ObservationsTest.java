package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

class ObservationsTest {

    @Test
    void classesAreToldByTheirProbabilities() {
        Observation batch = Observations.ofClasses(new int[] {0, 1}, new double[][] {{0.25, 0.75}, {0.5, 0.5}});
        assertThat(batch.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.label(1)).isEqualTo(1);
        assertThat(batch.predicted(0)).isEqualTo(1);
        assertThat(batch.predicted(1)).as("of equals the first").isZero();
        assertThat(batch.logProbability(0, 1)).isEqualTo(Math.log(0.75));
        assertThat(batch.numbers()).isZero();
        assertThatThrownBy(() -> batch.told(0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batch.target(0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClassMayHaveNoProbability() {
        Observation batch = Observations.ofClasses(new int[] {0}, new double[][] {{0, 1}});
        assertThat(batch.logProbability(0, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(batch.logProbability(0, 1)).isZero();
    }

    @Test
    void numbersAreToldBesideTheTrueOnes() {
        Observation batch = Observations.ofNumbers(new double[][] {{1, 2}}, new double[][] {{3, 4}});
        assertThat(batch.task()).isEqualTo(Task.REGRESSION);
        assertThat(batch.numbers()).isEqualTo(2);
        assertThat(batch.told(0, 1)).isEqualTo(4);
        assertThat(batch.target(0, 1)).isEqualTo(2);
        assertThatThrownBy(() -> batch.label(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batch.predicted(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batch.logProbability(0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void zerosAreCountedInEveryLayer() {
        Observation batch = Observations.ofClasses(
                new int[] {0, 0},
                new double[][] {{1}, {1}},
                new double[][] {{0, 0.5, 0}, {1, 0, 2}},
                List.of(new double[][] {{0, 1}, {0, 0}}, new double[][] {{1}, {-0.0}}));
        assertThat(batch.inputs()).isEqualTo(3);
        assertThat(batch.inputZeros()).isEqualTo(3);
        assertThat(batch.hiddenLayers()).isEqualTo(2);
        assertThat(batch.hiddenOutputs(0)).isEqualTo(2);
        assertThat(batch.zeros(0)).isEqualTo(3);
        assertThat(batch.zeros(1)).isEqualTo(1);
        assertThat(batch.hidden(0).getFloat(0, 1)).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> Observations.ofClasses(new int[] {0}, new double[][] {{1}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 labels for predictions of 2 examples");
        assertThatThrownBy(() -> Observations.ofClasses(new int[] {0, 0}, new double[][] {{1}, {0.5, 0.5}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows of predictions are of different lengths");
        assertThatThrownBy(() -> Observations.ofNumbers(new double[][] {{1}}, new double[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 numbers told, 1 true ones");
    }
}
