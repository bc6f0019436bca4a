package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrossoverTest {

    private static final Map<Double, Double> SPARSE = Map.of(0.3, 30.0, 0.5, 50.0, 1.0, 90.0);

    @Test
    void liesOnTheLineBetweenTwoFractions() {
        assertThat(crossover(60).fraction().orElseThrow()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void isTheFirstFractionWhereDenseIsFasterEvenThere() {
        assertThat(crossover(20).fraction()).hasValue(0.3);
    }

    @Test
    void isNowhereWhereSparseIsFasterThroughout() {
        assertThat(crossover(90).fraction()).isEmpty();
    }

    private static Crossover crossover(double dense) {
        return new Crossover(new LayerShape(1000, 1000), 10, dense, new TreeMap<>(SPARSE));
    }
}
