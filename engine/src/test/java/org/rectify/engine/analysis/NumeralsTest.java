package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1000, 1000",
        "-3, -3",
        "0.823456, 0.8235",
        "0.5, 0.5",
        "123.456, 123.5",
        "1234.56, 1235",
        "12345.678, 12346",
        "0.00012345, 1.2e-04",
        "4.4e-16, 4.4e-16",
        "2.5e7, 2.5e+07",
        "NaN, -",
        "Infinity, Infinity"
    })
    void areShort(double value, String shown) {
        assertThat(Numerals.number(value)).isEqualTo(shown);
    }

    @Test
    void showFractionsAsPercent() {
        assertThat(Numerals.percent(0.82349)).isEqualTo("82.3 %");
    }
}
