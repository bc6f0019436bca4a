package org.rectify.api.dataset;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;

class InMemoryDatasetTest {

    private static final DatasetInfo PAIRS = new DatasetInfo(
            "pairs", List.of(2), OutputRange.UNIT_INTERVAL, List.of("only"), List.of(0.0), "made up", Map.of());

    @Test
    void refusesASplitOfAnotherShapeThanDeclared() {
        Split pairs = split(2);
        Split triples = split(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InMemoryDataset(PAIRS, pairs, triples, pairs))
                .withMessage("validation examples of 3 inputs, but a declared shape of [2]");
    }

    private static Split split(int columns) {
        return new LabelledSplit(new FloatFeatures(new float[columns * 2], columns), row -> 0);
    }
}
