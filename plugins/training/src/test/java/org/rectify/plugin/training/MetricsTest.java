package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricValue;
import org.rectify.testkit.TestContext;

class MetricsTest {

    private static final MetricFactory<NoOptions> ERROR_RATE = new ErrorRate();
    private static final MetricFactory<NoOptions> NEGATIVE_LOG_LIKELIHOOD = new NegativeLogLikelihood();
    private static final MetricFactory<NoOptions> SPARSITY = new Sparsity();
    private static final MetricFactory<NoOptions> RMSE = new RootMeanSquaredError();

    private static final double[][] PREDICTED_STARS = {
        {0.1, 0.1, 0.2, 0.3, 0.3}, {0.5, 0.2, 0.1, 0.1, 0.1}, {0, 0, 0, 0, 1}
    };

    @Test
    void errorRateIsTheFractionOfExamplesClassifiedWrongly() {
        Batch three = Batch.predicting(new int[] {0, 1, 1}, new double[][] {{0.9, 0.1}, {0.4, 0.6}, {0.8, 0.2}});
        Batch one = Batch.predicting(new int[] {1}, new double[][] {{0.7, 0.3}});

        assertThat(measure(ERROR_RATE, 2, three).value()).isEqualTo(1 / 3.0);
        assertThat(measure(ERROR_RATE, 2, three, one).value()).isEqualTo(0.5);
    }

    @Test
    void negativeLogLikelihoodOfTheWorkedExample() {
        Batch batch = Batch.predicting(new int[] {1}, new double[][] {{0.785834983043, 0.214165016957}});

        assertThat(measure(NEGATIVE_LOG_LIKELIHOOD, 2, batch).value()).isCloseTo(1.541008453832992, within(1e-11));
    }

    @Test
    void negativeLogLikelihoodIsTheMeanOverExamplesAndStaysFiniteWhereProbabilitiesUnderflow() {
        Batch two =
                new Batch(new int[] {0, 1}, new double[][] {{0, -20_000}, {0, -20_000}}, new double[2][1], List.of());
        Batch one = Batch.predicting(new int[] {0}, new double[][] {{Math.exp(-1), 1 - Math.exp(-1)}});

        assertThat(measure(NEGATIVE_LOG_LIKELIHOOD, 2, two, one).value()).isCloseTo(20_001 / 3.0, within(1e-9));
    }

    @Test
    void sparsityWeighsLayersByTheirOutputs() {
        Batch two =
                Batch.active(
                        new double[][] {{1}, {1}},
                        List.of(new double[][] {{0, 0, 0, -1}, {0, 0, 0, 2}}, new double[][] {{1, 0}, {1, 1e-300}}));
        Batch one = Batch.active(new double[][] {{1}}, List.of(new double[][] {{0, 0, 0, 0}}, new double[][] {{1, 1}}));

        assertThat(measure(SPARSITY, 2, two)).isEqualTo(new MetricValue(7 / 12.0, List.of(0.75, 0.25)));
        assertThat(measure(SPARSITY, 2, two, one)).isEqualTo(new MetricValue(11 / 18.0, List.of(10 / 12.0, 1 / 6.0)));
    }

    @Test
    void sparsityWithoutHiddenLayersIsThatOfTheInputs() {
        Batch two = Batch.active(new double[][] {{0, 0, 1, 0}, {0, 0.5, 0, 0}}, List.of());
        Batch one = Batch.active(new double[][] {{1, 1, 1, 1}}, List.of());

        assertThat(measure(SPARSITY, 2, two, one)).isEqualTo(MetricValue.of(0.5));
    }

    @Test
    void rmseOfTheWorkedExample() {
        Batch all = Batch.predicting(new int[] {3, 0, 4}, PREDICTED_STARS);

        assertThat(measure(RMSE, 5, all).value()).isCloseTo(0.6757711644237765, within(1e-15));
    }

    @Test
    void rmseDoesNotDependOnHowExamplesFallIntoMinibatches() {
        Batch one = Batch.predicting(new int[] {3}, new double[][] {PREDICTED_STARS[0]});
        Batch two = Batch.predicting(new int[] {0, 4}, new double[][] {PREDICTED_STARS[1], PREDICTED_STARS[2]});

        assertThat(measure(RMSE, 5, one, two).value()).isCloseTo(0.6757711644237765, within(1e-15));
    }

    @Test
    void rmseUsesTheClassesValuesAndNotTheirIndices() {
        Batch batch = Batch.predicting(new int[] {1}, new double[][] {{0.25, 0.75}});

        assertThat(measure(RMSE, List.of(-10.0, 10.0), batch).value()).isCloseTo(5, within(1e-14));
    }

    @Test
    void measurementsKnowNothingOfEachOther() {
        Metric metric = ERROR_RATE.create(new NoOptions(), TestContext.in(Path.of("")));
        metric.begin(stars(2)).observe(Batch.predicting(new int[] {0}, new double[][] {{0.1, 0.9}}));
        MetricAccumulator second = metric.begin(stars(2));
        second.observe(Batch.predicting(new int[] {0}, new double[][] {{0.9, 0.1}}));

        assertThat(second.value().value()).isZero();
    }

    private static MetricValue measure(MetricFactory<NoOptions> factory, int classes, Batch... batches) {
        return measure(factory, stars(classes).classValues(), batches);
    }

    private static MetricValue measure(MetricFactory<NoOptions> factory, List<Double> classValues, Batch... batches) {
        MetricAccumulator accumulator =
                factory.create(new NoOptions(), TestContext.in(Path.of(""))).begin(dataset(classValues));
        for (Batch batch : batches) {
            accumulator.observe(batch);
        }
        return accumulator.value();
    }

    /** A data set whose classes stand for 1, 2, 3 and so on. */
    private static DatasetInfo stars(int classes) {
        return dataset(
                IntStream.rangeClosed(1, classes).mapToObj(Double::valueOf).toList());
    }

    private static DatasetInfo dataset(List<Double> classValues) {
        return new DatasetInfo(
                "reviews",
                List.of(1),
                OutputRange.UNIT_INTERVAL,
                classValues.stream().map(String::valueOf).toList(),
                classValues,
                "written by hand",
                Map.of());
    }
}
