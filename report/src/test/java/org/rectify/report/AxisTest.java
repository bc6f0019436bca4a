package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void beginsAtZeroWhenValuesComeNearIt() {
        assertThat(labels(Axis.ofValues(0.02, 0.48))).containsExactly("0.0", "0.1", "0.2", "0.3", "0.4", "0.5");
    }

    @Test
    void beginsNearValuesThatKeepFarFromZero() {
        assertThat(labels(Axis.ofValues(75, 83.4))).containsExactly("74", "76", "78", "80", "82", "84");
    }

    @Test
    void isLogarithmicWhenPositiveValuesAreFarApart() {
        assertThat(labels(Axis.ofValues(0.15, 13))).containsExactly("0.1", "0.2", "0.5", "1", "2", "5", "10", "20");
        assertThat(labels(Axis.ofValues(2e-6, 3e3))).containsExactly("1e-6", "1e-4", "0.01", "1", "100", "10,000");
    }

    @Test
    void ofCountsHasWholeTicksFromZero() {
        assertThat(labels(Axis.ofCounts(1, 83))).containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(labels(Axis.ofCounts(0, 1))).containsExactly("0", "1");
        assertThat(labels(Axis.ofCounts(0, 0))).containsExactly("0", "1");
    }

    @Test
    void givesRoomAroundASingleValue() {
        assertThat(Axis.ofValues(5, 5).position(5)).isStrictlyBetween(0.2, 0.8);
        assertThat(Axis.ofValues(0, 0).position(0)).isStrictlyBetween(0.2, 0.8);
    }

    @Test
    void ofStepsHasWholeTicksBetweenItsEnds() {
        assertThat(labels(Axis.ofSteps(1, 40))).containsExactly("10", "20", "30", "40");
        assertThat(labels(Axis.ofSteps(1, 3))).containsExactly("1", "2", "3");
        assertThat(labels(Axis.ofSteps(1, 1))).containsExactly("1");
    }

    @Test
    void holdsAllItsValuesAndFewTicks() {
        qt().withExamples(2000)
                .forAll(
                        doubles().between(-1, 1),
                        doubles().between(0, 1),
                        integers().between(-12, 12))
                .checkAssert((least, length, exponent) -> {
                    double scale = Math.pow(10, exponent);
                    double most = (least + length) * scale;
                    Axis axis = Axis.ofValues(least * scale, most);

                    assertThat(axis.position(least * scale)).isBetween(-1e-6, 1 + 1e-6);
                    assertThat(axis.position(most)).isBetween(-1e-6, 1 + 1e-6);
                    assertThat(axis.ticks()).hasSizeBetween(2, 10);
                });
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(axis::label).toList();
    }
}
