package org.rectify.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstTextsTest {

    @Test
    void eachTextIsALineOfItsClassAndTheTermsKept() {
        List<String> names = List.of("bad", "book", "good", "plot", "the");

        assertThat(FirstTexts.of(TinySets.texts(names), 10, 2))
                .containsExactly("1 [y] bad good=2.0 ... (3 terms)", "2 [x] ", "3 [y] book plot=0.5");
    }

    @Test
    void termsWithoutNamesAreShownByTheirColumn() {
        assertThat(FirstTexts.of(TinySets.texts(List.of()), 1, 20)).containsExactly("1 [y] #0 #2=2.0 #4");
    }
}
