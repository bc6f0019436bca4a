package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

class AnalyzedExamplesTest {

    private final LabelledSplit split =
            new LabelledSplit(new FloatFeatures(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 2), row -> 10 + row);

    @Test
    void areAllOfASplitInItsOrderWhereThatIsNoMoreThanWanted() {
        AnalyzedExamples examples = AnalyzedExamples.of(split, 4, random());

        assertThat(examples.inputs()).isDeepEqualTo(new double[][] {{0, 1}, {2, 3}, {4, 5}, {6, 7}});
        assertThat(examples.labels()).containsExactly(10, 11, 12, 13);
    }

    @Test
    void areDrawnWithoutRepetitionAndKeepTheirLabels() {
        AnalyzedExamples examples = AnalyzedExamples.of(split, 3, random());

        assertThat(examples.labels()).hasSize(3).doesNotHaveDuplicates().isSorted();
        for (int i = 0; i < 3; i++) {
            assertThat(examples.inputs()[i][0]).isEqualTo(2.0 * (examples.labels()[i] - 10));
        }
        assertThat(AnalyzedExamples.of(split, 3, random()).labels()).isEqualTo(examples.labels());
    }

    @Test
    void spreadOutSparseRows() {
        CompressedRows rows = new CompressedRows(3, new int[] {0, 0, 2}, new int[] {0, 2}, new float[] {4, 5});

        AnalyzedExamples examples = AnalyzedExamples.of(new LabelledSplit(rows, row -> row), 10, random());

        assertThat(examples.inputs()).isDeepEqualTo(new double[][] {{0, 0, 0}, {4, 0, 5}});
    }

    @Test
    void haveTheStandardDeviationOfAllTheirInputs() {
        double[] inputs = {1, 2, 3, 6};
        double mean = 3;
        double variance =
                Arrays.stream(inputs).map(x -> (x - mean) * (x - mean)).sum() / 4;

        assertThat(new AnalyzedExamples(new double[][] {{1, 2}, {3, 6}}, new int[2]).standardDeviation())
                .isCloseTo(Math.sqrt(variance), within(1e-15));
    }

    private static RandomStream random() {
        return new RandomStreams(1).stream("examples");
    }
}
