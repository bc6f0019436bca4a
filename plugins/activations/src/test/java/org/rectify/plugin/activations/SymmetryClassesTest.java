package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.activation.Symmetry;

/** Item 9. */
class SymmetryClassesTest {

    @ParameterizedTest
    @CsvSource({
        "rectifier, ONE_SIDED",
        "softplus, ONE_SIDED",
        "rescaled-softplus, ONE_SIDED",
        "leaky-integrate-and-fire, ONE_SIDED",
        "sigmoid, ONE_SIDED",
        "rectified-tanh, ONE_SIDED",
        "leaky-rectifier, ONE_SIDED",
        "elu, ONE_SIDED",
        "celu, ONE_SIDED",
        "gelu, ONE_SIDED",
        "swish, ONE_SIDED",
        "absolute-tanh, SYMMETRIC",
        "absolute-value, SYMMETRIC",
        "absolute-softsign, SYMMETRIC",
        "log-absolute, SYMMETRIC",
        "symmetric-rectifier-pair, SYMMETRIC",
        "tanh, ANTISYMMETRIC",
        "softsign, ANTISYMMETRIC",
        "identity, ANTISYMMETRIC",
        "scaled-tanh, ANTISYMMETRIC",
        "clipped-linear, ANTISYMMETRIC",
        "arsinh, ANTISYMMETRIC",
        "antisymmetric-rectifier-pair, ANTISYMMETRIC"
    })
    void activationsAnswerOppositeInputsAsTheirClassSays(String name, Symmetry expected) {
        assertThat(Symmetry.of(Named.elementwise(name))).isEqualTo(expected);
    }
}
