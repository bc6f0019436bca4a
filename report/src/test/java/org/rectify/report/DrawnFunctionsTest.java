package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;

/** The values of items 1, 3, 5, 6 and 8. */
class DrawnFunctionsTest {

    private final DrawnFunctions functions = RunMaker.functions();

    @Test
    void areThoseOfThePlugin() {
        assertThat(DrawnFunctions.function(functions.leakyIntegrateAndFire()).applyAsDouble(1))
                .isEqualTo(0.7321039578174628, within(1e-12));
        assertThat(DrawnFunctions.function(functions.sigmoid()).applyAsDouble(0))
                .isEqualTo(0.5);
        assertThat(DrawnFunctions.function(functions.tanh()).applyAsDouble(1)).isEqualTo(Math.tanh(1), within(1e-7));
        assertThat(DrawnFunctions.function(functions.rectifier()).applyAsDouble(-3))
                .isZero();
        assertThat(DrawnFunctions.function(functions.softplus()).applyAsDouble(3))
                .isEqualTo(3.048587351573742, within(1e-12));
    }

    @Test
    void refuseToBeDrawnWithoutTheirPlugin() {
        assertThatThrownBy(() -> DrawnFunctions.of(ComponentRegistry.of(Map.of())))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("leaky-integrate-and-fire");
    }
}
