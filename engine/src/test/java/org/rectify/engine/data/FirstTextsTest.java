package org.rectify.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.Split;
import org.rectify.engine.data.TinySets.Parts;

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

    @Test
    void numbersStandInThePlaceOfClasses() {
        Parts texts = TinySets.texts(List.of());
        Split split = new MeasuredSplit(texts.train().features(), new float[] {4.5f, 1, 3, 0, 0.1f, -1}, 2);
        Parts measured = new Parts(
                TinySets.measured(OutputRange.NON_NEGATIVE, 5), split, split, split, Optional.empty(), List.of());

        assertThat(FirstTexts.of(measured, 3, 1))
                .containsExactly("1 [4.5, 1.0] #0 ... (3 terms)", "2 [3.0, 0.0] ", "3 [0.1, -1.0] #1 ... (2 terms)");
    }
}
