package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.plugin.activations.Maxout.Options;

class MaxoutTest {

    private static final INDArray PRE_ACTIVATIONS =
            Nd4j.createFromArray(new double[][] {{1, -2, 3, -5, -4, -6}, {0, 0, 2, 7, 7, 7}});

    @Test
    void outputsAreTheLargestOfNeighbours() {
        assertThat(outputs(3)).isEqualTo(new double[][] {{3, -4}, {2, 7}});
        assertThat(outputs(2)).isEqualTo(new double[][] {{1, 3, -4}, {0, 7, 7}});
    }

    @Test
    void theGradientGoesToTheLargestAndOfEqualsToTheFirst() {
        INDArray gradients = PRE_ACTIVATIONS.ulike();
        INDArray outputGradients = Nd4j.createFromArray(new double[][] {{10, 20}, {30, 40}});
        new Maxout(3).backward(PRE_ACTIVATIONS, Nd4j.createFromArray(outputs(3)), outputGradients, gradients);
        assertThat(gradients.toDoubleMatrix()).isEqualTo(new double[][] {{0, 0, 10, 0, 20, 0}, {0, 0, 30, 40, 0, 0}});
    }

    @Test
    void aLayerHasAnOutputForEachGroup() {
        assertThat(new Maxout(2).outputs(1000)).isEqualTo(500);
        assertThat(new Maxout(5).outputs(5)).isEqualTo(1);
    }

    @Test
    void groupsThatDoNotDivideALayerAreRefused() {
        assertThat(Maxout.of(new Options(4), List.of(8, 12))).isEqualTo(new Maxout(4));
        assertThatThrownBy(() -> Maxout.of(new Options(4), List.of(8, 10)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("pieces = 4: must be a divisor of 10, the units of a hidden layer");
        assertThatThrownBy(() -> new Maxout(4).outputs(2)).isInstanceOf(InvalidOptionException.class);
    }

    /** Two pieces of which one is held at 0 by its weights are the rectifier. */
    @Test
    void withAPieceOfZeroItIsTheRectifier() {
        INDArray pairs = Nd4j.createFromArray(new double[][] {{0, -3, 0, 2.5, 0, 0}});
        INDArray outputs = Nd4j.create(DataType.DOUBLE, 1, 3);
        new Maxout(2).value(pairs, outputs);
        assertThat(outputs.toDoubleMatrix()[0]).containsExactly(0, 2.5, 0);
    }

    private static double[][] outputs(int pieces) {
        INDArray outputs = Nd4j.create(DataType.DOUBLE, 2, 6 / pieces);
        new Maxout(pieces).value(PRE_ACTIVATIONS, outputs);
        return outputs.toDoubleMatrix();
    }
}
