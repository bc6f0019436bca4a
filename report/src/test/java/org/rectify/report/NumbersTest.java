package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.facts.Unit;

class NumbersTest {

    @Test
    void isBriefWithoutLosingWhatIsSmall() {
        assertThat(Numbers.brief(0.004)).isEqualTo("0.004");
        assertThat(Numbers.brief(0.038574)).isEqualTo("0.03857");
        assertThat(Numbers.brief(3e-7)).isEqualTo("3.000e-07");
        assertThat(Numbers.brief(Double.NaN)).isEqualTo(Numbers.UNKNOWN);
        assertThat(Numbers.plain(1e-4)).isEqualTo("0.0001");
        assertThat(Numbers.interval(Unit.FRACTION, 0.0125, 0.0175)).isEqualTo("1.25 to 1.75\u00a0%");
    }

    @Test
    void showsMeasuredNumbersInTheirUnit() {
        assertThat(Numbers.measured(Unit.EXAMPLES, 0.0161)).isEqualTo("1.61\u00a0%");
        assertThat(Numbers.measured(Unit.NUMBER, 0.81234)).isEqualTo("0.8123");
        assertThat(Numbers.measured(Unit.COUNT, 12)).isEqualTo("12");
        assertThat(Numbers.measured(Unit.named("stars"), 0.0123456)).isEqualTo("0.01235\u00a0stars");
        assertThat(Numbers.measured(Unit.named("stars"), Double.NaN)).isEqualTo(Numbers.UNKNOWN);
        assertThat(Numbers.interval(Unit.named("stars"), 0.5, 0.75)).isEqualTo("0.5000 to 0.7500\u00a0stars");
    }

    @Test
    void keepsFourSignificantDigits() {
        assertThat(Numbers.significant(0.052134)).isEqualTo("0.05213");
        assertThat(Numbers.significant(12.3)).isEqualTo("12.30");
        assertThat(Numbers.significant(123456)).isEqualTo("123456");
        assertThat(Numbers.significant(-0.99996)).isEqualTo("-1.000");
        assertThat(Numbers.significant(1.2e-7)).isEqualTo("1.200e-07");
        assertThat(Numbers.significant(0)).isEqualTo("0");
    }

    @Test
    void showsADashForWhatIsNotFinite() {
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("\u2013");
        assertThat(Numbers.significant(Double.NEGATIVE_INFINITY)).isEqualTo("\u2013");
        assertThat(Numbers.count(Double.POSITIVE_INFINITY)).isEqualTo("\u2013");
    }
}
