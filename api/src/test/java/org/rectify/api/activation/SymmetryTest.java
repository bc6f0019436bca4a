package org.rectify.api.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;

/** Item 9, on shapes; the activations of the paper are classified where they are. */
class SymmetryTest {

    @Test
    void anOutputThatVanishesForTheOppositeInputIsOneSided() {
        assertThat(symmetryOf(z -> Math.max(0, z))).isEqualTo(Symmetry.ONE_SIDED);
        assertThat(symmetryOf(z -> Math.max(0, -z))).isEqualTo(Symmetry.ONE_SIDED);
        assertThat(symmetryOf(z -> Math.min(0, z))).isEqualTo(Symmetry.ONE_SIDED);
    }

    @Test
    void aSmallLeakRemainsOneSided() {
        assertThat(symmetryOf(z -> z > 0 ? z : 0.01 * z)).isEqualTo(Symmetry.ONE_SIDED);
    }

    @Test
    void anOutputThatKeepsItsSignIsSymmetric() {
        assertThat(symmetryOf(Math::abs)).isEqualTo(Symmetry.SYMMETRIC);
        assertThat(symmetryOf(z -> -Math.abs(z))).isEqualTo(Symmetry.SYMMETRIC);
        assertThat(symmetryOf(z -> 0)).isEqualTo(Symmetry.SYMMETRIC);
    }

    @Test
    void anOutputThatTurnsItsSignIsAntisymmetric() {
        assertThat(symmetryOf(z -> z)).isEqualTo(Symmetry.ANTISYMMETRIC);
        assertThat(symmetryOf(z -> -Math.atan(z))).isEqualTo(Symmetry.ANTISYMMETRIC);
    }

    @Test
    void anActivationWithoutFiniteResponseCannotBeClassified() {
        assertThatThrownBy(() -> symmetryOf(Math::sqrt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static Symmetry symmetryOf(DoubleUnaryOperator value) {
        return Symmetry.of(new ElementwiseActivation() {
            @Override
            public double value(double z) {
                return value.applyAsDouble(z);
            }

            @Override
            public double derivative(double z, double a) {
                throw new UnsupportedOperationException("not asked for");
            }

            @Override
            public OutputRange range() {
                return OutputRange.REAL;
            }
        });
    }
}
