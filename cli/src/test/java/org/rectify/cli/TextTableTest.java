package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNumbersOnTheRightAndEndsNoLineInBlanks() {
        assertThat(new TextTable(
                                List.of(List.of("RUN", "N", ""), List.of("a", "12", "x"), List.of("long", "7", "")),
                                Set.of(1))
                        .lines())
                .containsExactly("RUN    N", "a     12  x", "long   7");
    }
}
