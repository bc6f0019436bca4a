package org.rectify.plugin.corruptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;

/** Item 36. */
class GaussianTest {

    private static final int COMPONENTS = 1_000_000;

    @Test
    void noiseHasMeanZeroAndTheDeviationThatIsSet() {
        float[] corrupted = Rows.corrupted(new Gaussian(0.3), Rows.filled(COMPONENTS, 2), Rows.noise());
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (float value : corrupted) {
            double noise = (value - 2) / 0.3;
            sum += noise;
            squares += noise * noise;
            fourths += Math.pow(noise, 4);
        }
        assertThat(sum / COMPONENTS).as("mean").isCloseTo(0, within(5 / Math.sqrt(COMPONENTS)));
        assertThat(squares / COMPONENTS).as("variance").isCloseTo(1, within(5 * Math.sqrt(2.0 / COMPONENTS)));
        assertThat(fourths / COMPONENTS).as("fourth moment").isCloseTo(3, within(5 * Math.sqrt(96.0 / COMPONENTS)));
    }

    @Test
    void zerosAreCorruptedToo() {
        assertThat(Rows.corrupted(new Gaussian(0.3), new float[1000], Rows.noise()))
                .doesNotContain(0f);
    }

    @Test
    void noDeviationChangesNothing() {
        float[] clean = Rows.binary(100, 0.5);
        assertThat(Rows.corrupted(new Gaussian(0), clean, Rows.noise())).containsExactly(clean);
        assertThat(new Gaussian(0).range(OutputRange.UNIT_INTERVAL)).isEqualTo(OutputRange.UNIT_INTERVAL);
    }

    @Test
    void valuesMayLeaveTheirRange() {
        assertThat(new Gaussian(0.3).range(OutputRange.UNIT_INTERVAL)).isEqualTo(OutputRange.REAL);
    }

    @Test
    void aNegativeDeviationIsRefused() {
        assertThatThrownBy(() -> new Gaussian.Options(-1))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("deviation = -1.0: must be in [0, inf)");
    }
}
