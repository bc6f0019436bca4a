package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What ND4J makes of NaN, which docs/develop/plugins.md warns of: where it stops doing so, the warning can go. */
class Nd4jNanTest {

    private final INDArray numbers = Nd4j.createFromArray(1f, 2f);

    @Test
    void aScalarThatIsNotANumberIsReplacedSilently() {
        assertThat(numbers.mul(Float.NaN).toFloatVector()).containsExactly(1e-5f, 2e-5f);
        assertThat(numbers.dup().muli(Double.NaN).toFloatVector()).containsExactly(1e-5f, 2e-5f);
        assertThat(numbers.div(Float.NaN).toFloatVector()).containsExactly(1e5f, 2e5f);
    }

    @Test
    void anArrayThatHoldsNaNKeepsIt() {
        INDArray other = Nd4j.createFromArray(Float.NaN, 1f);

        assertThat(numbers.mul(other).toFloatVector()).containsExactly(Float.NaN, 2f);
        assertThat(numbers.div(other).toFloatVector()).containsExactly(Float.NaN, 2f);
        assertThat(numbers.dup().assign(Float.NaN).toFloatVector()).containsExactly(Float.NaN, Float.NaN);
    }
}
