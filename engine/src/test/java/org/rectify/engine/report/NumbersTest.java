package org.rectify.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void isBriefWithoutLosingWhatIsSmall() {
        assertThat(Numbers.brief(0.004)).isEqualTo("0.004");
        assertThat(Numbers.brief(0.038574)).isEqualTo("0.03857");
        assertThat(Numbers.brief(3e-7)).isEqualTo("3.000e-07");
        assertThat(Numbers.brief(Double.NaN)).isEqualTo(Numbers.UNKNOWN);
        assertThat(Numbers.plain(1e-4)).isEqualTo("0.0001");
        assertThat(Numbers.interval("error-rate", 0.0125, 0.0175)).isEqualTo("1.25 to 1.75\u00a0%");
    }

    @Test
    void showsFractionsInPercent() {
        assertThat(Numbers.metric("error-rate", 0.0161)).isEqualTo("1.61\u00a0%");
        assertThat(Numbers.metric("rmse", 0.8123)).isEqualTo("0.8123");
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
