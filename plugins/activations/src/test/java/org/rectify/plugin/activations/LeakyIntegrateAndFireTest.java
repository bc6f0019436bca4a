package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.plugin.activations.LeakyIntegrateAndFire.Options;

/** Item 8. */
class LeakyIntegrateAndFireTest {

    private final ElementwiseActivation neuron = Named.elementwise("leaky-integrate-and-fire");

    @Test
    void valuesAreThoseOfTheSpecification() {
        double[][] expected = {
            {0.01, 0.06926073026501876},
            {0.1, 0.24746421496063387},
            {0.5, 0.5831494255122732},
            {1, 0.7321039578174628},
            {2, 0.8437433014810553},
            {10, 0.9639422356412164}
        };
        for (double[] pair : expected) {
            assertThat(neuron.value(pair[0])).as("at %s", pair[0]).isCloseTo(pair[1], withinPercentage(1e-12));
        }
        assertThat(neuron.value(-1.0)).isZero();
        assertThat(neuron.value(0.0)).isZero();
    }

    @Test
    void theRateNeverFalls() {
        double last = 0;
        for (double z = -1; z < 1000; z = z < 1 ? z + 1e-3 : z * 1.01) {
            assertThat(neuron.value(z)).as("at %s", z).isGreaterThanOrEqualTo(last);
            last = neuron.value(z);
        }
    }

    @Test
    void theRateTendsToZeroAtTheThreshold() {
        double last = neuron.value(1.0);
        for (double z = 1e-3; z > 1e-300; z *= 1e-3) {
            assertThat(neuron.value(z)).as("at %s", z).isPositive().isLessThan(last);
            last = neuron.value(z);
        }
        assertThat(last).isLessThan(2e-4);
    }

    @Test
    void theRateRisesToTheInverseOfTheRefractoryPeriod() {
        for (double period : new double[] {1, 2, 3}) {
            ElementwiseActivation slow = new LeakyIntegrateAndFire(new Options(7.5, period, 0, 0.5, -0.025, 0));
            assertThat(slow.value(1e9)).isCloseTo(1 / period, within(1e-9)).isLessThanOrEqualTo(1 / period);
            assertThat(slow.range().highest()).isEqualTo(1 / period);
        }
    }

    @Test
    void theCurveIsConcaveAboveTheThreshold() {
        double step = 1e-2;
        for (double z = 2 * step; z < 20; z += step) {
            assertThat(neuron.value(z + step) - 2 * neuron.value(z) + neuron.value(z - step))
                    .as("second difference at %s", z)
                    .isNegative();
        }
    }

    @Test
    void theSixConstantsEnterAsInThePaper() {
        ElementwiseActivation neuron = new LeakyIntegrateAndFire(new Options(20, 2, -65, 10, -70, -50));
        double potential = -65 + 10 * 3.0;
        assertThat(neuron.value(3.0))
                .isCloseTo(1 / (20 * Math.log((potential + 70) / (potential + 50)) + 2), withinPercentage(1e-12));
        assertThat(neuron.value(1.5)).isZero();
        assertThat(neuron.value(1.500001)).isPositive();
    }

    @Test
    void aThresholdThatRestDoesNotLieBelowIsRefused() {
        assertThatThrownBy(() -> new Options(7.5, 1, 0, 0.5, 0, 0))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("threshold-potential = 0.0: must be above resting-potential = 0.0");
        assertThatThrownBy(() -> new Options(7.5, 1, 0, 0.5, 0.1, 0)).isInstanceOf(InvalidOptionException.class);
    }
}
