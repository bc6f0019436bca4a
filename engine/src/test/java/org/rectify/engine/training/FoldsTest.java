package org.rectify.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.config.ExperimentSpec.CrossValidation;

/** Folds part all labelled examples (item 66). */
class FoldsTest {

    private static final int FOLDS = 4;

    /** Thirteen examples, each told by its label and its only input; the last three are the validation split's. */
    private static TrainingData sparse() {
        return new TrainingData(sparse(0, 10), sparse(10, 3));
    }

    private static Split sparse(int first, int rows) {
        int[] offsets = new int[rows + 1];
        int[] columns = new int[rows];
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = row + 1;
            columns[row] = first + row;
            values[row] = first + row + 0.5f;
        }
        return new LabelledSplit(new CompressedRows(13, offsets, columns, values), row -> first + row);
    }

    @Test
    void everyExampleIsValidatedOnOnceAndLearnedFromOtherwise() {
        List<Integer> validated = new ArrayList<>();
        for (int fold = 1; fold <= FOLDS; fold++) {
            TrainingData data = Folds.leaveOut(sparse(), new CrossValidation(FOLDS, fold), new RandomStreams(3));
            List<Integer> held = labels(data.validation());
            List<Integer> learned = labels(data.train());

            assertThat(held).hasSizeBetween(3, 4).doesNotContainAnyElementsOf(learned);
            assertThat(held.size() + learned.size()).isEqualTo(13);
            validated.addAll(held);
        }
        assertThat(validated).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void inputsStayWithTheirLabels() {
        TrainingData data = Folds.leaveOut(sparse(), new CrossValidation(FOLDS, 2), new RandomStreams(3));
        CompressedRows rows = (CompressedRows) data.train().features();

        for (int row = 0; row < rows.rows(); row++) {
            assertThat(rows.column(rows.start(row))).isEqualTo(data.train().label(row));
            assertThat(rows.value(rows.start(row))).isEqualTo(data.train().label(row) + 0.5f);
        }
    }

    @Test
    void denseInputsStayWithTheirLabels() {
        TrainingData dense = new TrainingData(dense(0, 10), dense(10, 3));
        TrainingData data = Folds.leaveOut(dense, new CrossValidation(FOLDS, 1), new RandomStreams(3));
        DenseFeatures rows = (DenseFeatures) data.validation().features();
        float[] input = new float[1];

        for (int row = 0; row < rows.rows(); row++) {
            rows.copyRow(row, input, 0);
            assertThat(input[0]).isEqualTo(data.validation().label(row));
        }
    }

    @Test
    void inputsStayWithTheirNumbers() {
        TrainingData measured = new TrainingData(measured(0, 10), measured(10, 3));
        TrainingData data = Folds.leaveOut(measured, new CrossValidation(FOLDS, 3), new RandomStreams(3));
        float[] input = new float[1];

        for (Split split : List.of(data.train(), data.validation())) {
            for (int row = 0; row < split.size(); row++) {
                ((DenseFeatures) split.features()).copyRow(row, input, 0);
                assertThat(split.target(row, 0)).isEqualTo(input[0] + 0.25);
                assertThat(split.target(row, 1)).isEqualTo(-input[0]);
            }
        }
    }

    @Test
    void anotherSeedPartsDifferently() {
        TrainingData one = Folds.leaveOut(sparse(), new CrossValidation(FOLDS, 1), new RandomStreams(3));
        TrainingData other = Folds.leaveOut(sparse(), new CrossValidation(FOLDS, 1), new RandomStreams(4));

        assertThat(labels(one.validation())).isNotEqualTo(labels(other.validation()));
    }

    private static Split measured(int first, int rows) {
        float[] targets = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            targets[2 * row] = first + row + 0.25f;
            targets[2 * row + 1] = -(first + row);
        }
        return new MeasuredSplit(dense(first, rows).features(), targets, 2);
    }

    private static Split dense(int first, int rows) {
        DenseFeatures features = new DenseFeatures() {
            @Override
            public int rows() {
                return rows;
            }

            @Override
            public int columns() {
                return 1;
            }

            @Override
            public void copyRow(int row, float[] target, int offset) {
                target[offset] = first + row;
            }
        };
        return new LabelledSplit(features, row -> first + row);
    }

    private static List<Integer> labels(Split split) {
        List<Integer> labels = new ArrayList<>();
        for (int row = 0; row < split.size(); row++) {
            labels.add(split.label(row));
        }
        return labels;
    }
}
