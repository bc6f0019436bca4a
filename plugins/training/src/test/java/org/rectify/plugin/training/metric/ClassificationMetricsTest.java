package org.rectify.plugin.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.plugin.training.Batch;
import org.rectify.testkit.TestContext;

/** Top-k error, macro F1, confusion and calibration error against numbers worked out by hand and against plain loops. */
class ClassificationMetricsTest {

    private static final List<String> ANIMALS = List.of("cat", "dog", "cow", "hen");

    /** Of four classes: told 0, 0, 1, 2, 1. */
    private static final Batch FIVE = Batch.predicting(new int[] {0, 1, 1, 0, 2}, new double[][] {
        {0.7, 0.1, 0.1, 0.1}, {0.5, 0.3, 0.1, 0.1}, {0.2, 0.6, 0.1, 0.1}, {0.1, 0.2, 0.4, 0.3}, {0.3, 0.4, 0.2, 0.1}
    });

    @Test
    void topKErrorCountsExamplesWhoseClassIsNotAmongTheMostProbable() {
        assertThat(measure(topK(1), FIVE).value()).isEqualTo(3 / 5.0);
        assertThat(measure(topK(2), FIVE).value()).isEqualTo(2 / 5.0);
        assertThat(measure(topK(3), FIVE).value()).isEqualTo(1 / 5.0);
        assertThat(measure(topK(4), FIVE).value()).isZero();
    }

    @Test
    void topKErrorPrefersTheFirstOfEquallyProbableClassesAsThePredictedClassDoes() {
        Batch equals = Batch.predicting(new int[] {0, 1, 2, 3}, new double[][] {
            {0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}
        });

        assertThat(measure(topK(1), equals).value()).isEqualTo(3 / 4.0);
        assertThat(measure(topK(3), equals).value()).isEqualTo(1 / 4.0);
    }

    @Test
    void topKErrorTakesWhatHasNoProbabilityForWrong() {
        double none = Double.NaN;
        Batch broken = new Batch(new int[] {1}, new double[][] {{none, none, none, none}}, new double[1][1], List.of());

        assertThat(measure(topK(3), broken).value()).isEqualTo(1);
    }

    @Test
    void topKErrorAgreesWithSortingTheClasses() {
        for (Batch batch : random(4)) {
            for (int k = 1; k <= 4; k++) {
                int accepted = k;
                double misses = IntStream.range(0, batch.size())
                        .filter(example -> !IntStream.range(0, 4)
                                .boxed()
                                .sorted(Comparator.comparingDouble(
                                        (Integer label) -> -batch.logProbability(example, label)))
                                .limit(accepted)
                                .toList()
                                .contains(batch.label(example)))
                        .count();

                assertThat(measure(topK(k), batch).value()).isEqualTo(misses / batch.size());
            }
        }
    }

    /** Cat: precision 1/2, recall 1/2; dog: 1/2 and 1/2; cow: 0 and 0; the hen neither occurs nor is told. */
    @Test
    void macroF1WeighsEveryClassAlikeAndLeavesOutThoseThatDoNotOccur() {
        assertThat(measure(new MacroF1().create(new NoOptions(), context()), FIVE)
                        .value())
                .isCloseTo((0.5 + 0.5 + 0) / 3, within(1e-15));
    }

    @Test
    void macroF1AgreesWithPrecisionAndRecall() {
        for (Batch batch : random(4)) {
            List<Double> scores = new ArrayList<>();
            for (int label = 0; label < 4; label++) {
                int one = label;
                double hits = count(batch, (own, told) -> own == one && told == one);
                double precision = hits / count(batch, (own, told) -> told == one);
                double recall = hits / count(batch, (own, told) -> own == one);
                if (count(batch, (own, told) -> own == one || told == one) > 0) {
                    scores.add(hits == 0 ? 0 : 2 * precision * recall / (precision + recall));
                }
            }
            double mean = scores.stream().mapToDouble(score -> score).average().orElseThrow();

            assertThat(measure(new MacroF1().create(new NoOptions(), context()), batch)
                            .value())
                    .isCloseTo(mean, within(1e-14));
        }
    }

    @Test
    void confusionHasARowForEachTrueClassAndAColumnForEachOneTold() {
        MetricValue confusion = measure(new Confusion().create(new NoOptions(), context()), FIVE);

        assertThat(confusion.value()).isEqualTo(3 / 5.0);
        assertThat(confusion.matrix())
                .hasValue(new MetricMatrix(
                        ANIMALS,
                        ANIMALS,
                        List.of(
                                List.of(1.0, 0.0, 1.0, 0.0),
                                List.of(1.0, 1.0, 0.0, 0.0),
                                List.of(0.0, 1.0, 0.0, 0.0),
                                List.of(0.0, 0.0, 0.0, 0.0))));
    }

    @Test
    void confusionAgreesWithCountingEachPairByItself() {
        for (Batch batch : random(4)) {
            List<List<Double>> cells = IntStream.range(0, 4)
                    .mapToObj(row -> IntStream.range(0, 4)
                            .mapToObj(column -> count(batch, (own, told) -> own == row && told == column))
                            .toList())
                    .toList();

            assertThat(measure(new Confusion().create(new NoOptions(), context()), batch)
                            .matrix()
                            .orElseThrow()
                            .cells())
                    .isEqualTo(cells);
        }
    }

    /** Five bins: 0.7 is in the fourth and right; 0.5 and 0.6 in the third, half right; twice 0.4 in the second, wrong. */
    @Test
    void calibrationErrorOfAWorkedExample() {
        double expected = (1 / 5.0) * (1 - 0.7) + (2 / 5.0) * Math.abs(0.5 - 0.55) + (2 / 5.0) * 0.4;

        assertThat(measure(calibration(5), FIVE).value()).isCloseTo(expected, within(1e-14));
    }

    @Test
    void calibrationErrorIsNothingWhereProbabilitiesAreTrueOnAverage() {
        Batch honest = Batch.predicting(
                new int[] {0, 0, 0, 1},
                new double[][] {{0.75, 0.25, 0, 0}, {0.75, 0.25, 0, 0}, {0.75, 0.25, 0, 0}, {0.75, 0.25, 0, 0}});

        assertThat(measure(calibration(15), honest).value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void calibrationErrorPutsCertaintyIntoTheLastBin() {
        Batch certain =
                new Batch(new int[] {1}, new double[][] {{1e-16, -1e3, -1e3, -1e3}}, new double[1][1], List.of());

        assertThat(measure(calibration(15), certain).value()).isEqualTo(1);
    }

    @Test
    void calibrationErrorAgreesWithItsDefinition() {
        for (Batch batch : random(4)) {
            for (int bins : new int[] {1, 3, 15}) {
                double error = 0;
                for (int bin = 0; bin < bins; bin++) {
                    double low = (double) bin / bins;
                    double high = (bin + 1.0) / bins;
                    List<Integer> members = IntStream.range(0, batch.size())
                            .filter(example -> told(batch, example) > low && told(batch, example) <= high)
                            .boxed()
                            .toList();
                    double accuracy = members.stream()
                            .mapToInt(example -> batch.predicted(example) == batch.label(example) ? 1 : 0)
                            .average()
                            .orElse(0);
                    double confidence = members.stream()
                            .mapToDouble(example -> told(batch, example))
                            .average()
                            .orElse(0);
                    error += (double) members.size() / batch.size() * Math.abs(accuracy - confidence);
                }

                assertThat(measure(calibration(bins), batch).value()).isCloseTo(error, within(1e-12));
            }
        }
    }

    @Test
    void noneDependsOnHowExamplesFallIntoMinibatches() {
        for (Batch batch : random(4)) {
            for (Metric metric : metrics()) {
                MetricValue whole = measure(metric, batch);
                MetricValue parts = measure(metric, part(batch, 0, 7), part(batch, 7, 8), part(batch, 8, batch.size()));

                assertThat(parts.value()).isCloseTo(whole.value(), within(1e-14));
                assertThat(parts.matrix()).isEqualTo(whole.matrix());
            }
        }
    }

    @Test
    void allSayHowTheirValuesAreReadAndWhichAreBetter() {
        assertThat(metrics().stream().map(Metric::description))
                .containsExactly(
                        new MetricDescription("top-2 error", Unit.EXAMPLES, Direction.LOWER),
                        new MetricDescription("macro F1", Unit.FRACTION, Direction.HIGHER),
                        new MetricDescription("confusion", Unit.EXAMPLES, Direction.LOWER),
                        new MetricDescription("calibration error", Unit.FRACTION, Direction.LOWER));
    }

    @Test
    void allRefuseOutputsThatAreNumbers() {
        Facts regression = new Facts(Task.REGRESSION, Optional.empty());

        assertThat(new TopKError().check(new TopKError.Options(2), regression)).hasSize(1);
        assertThat(new CalibrationError().check(new CalibrationError.Options(15), regression))
                .hasSize(1);
        for (MetricFactory<NoOptions> factory : List.of(new MacroF1(), new Confusion())) {
            assertThat(factory.check(new NoOptions(), regression))
                    .singleElement()
                    .extracting(Objection::fault)
                    .isEqualTo("measures classification, and the network's output is for regression");
        }
    }

    @Test
    void topKErrorRefusesMoreClassesThanThereAreOnceTheyAreKnown() {
        TopKError factory = new TopKError();
        Facts known = new Facts(Task.CLASSIFICATION, Optional.of(facts(ANIMALS)));

        assertThat(factory.check(new TopKError.Options(4), known)).isEmpty();
        assertThat(factory.check(new TopKError.Options(5), known))
                .containsExactly(new Objection("k", "5 most probable of 4 classes", "from 1 to 4"));
        assertThat(factory.check(new TopKError.Options(5), new Facts(Task.CLASSIFICATION, Optional.empty())))
                .isEmpty();
    }

    private static List<Metric> metrics() {
        return List.of(
                topK(2),
                new MacroF1().create(new NoOptions(), context()),
                new Confusion().create(new NoOptions(), context()),
                calibration(15));
    }

    private static Metric topK(int k) {
        return new TopKError().create(new TopKError.Options(k), context());
    }

    private static Metric calibration(int bins) {
        return new CalibrationError().create(new CalibrationError.Options(bins), context());
    }

    private static TestContext context() {
        return TestContext.in(Path.of(""));
    }

    private static MetricValue measure(Metric metric, Batch... batches) {
        MetricAccumulator accumulator = metric.begin(new DatasetInfo(
                "animals",
                List.of(1),
                OutputRange.UNIT_INTERVAL,
                ANIMALS,
                List.of(0.0, 1.0, 2.0, 3.0),
                "written by hand",
                Map.of()));
        for (Batch batch : batches) {
            accumulator.observe(batch);
        }
        return accumulator.value();
    }

    private static double told(Batch batch, int example) {
        return Math.exp(batch.logProbability(example, batch.predicted(example)));
    }

    private interface Pair {
        boolean test(int own, int told);
    }

    private static double count(Batch batch, Pair pair) {
        return IntStream.range(0, batch.size())
                .filter(example -> pair.test(batch.label(example), batch.predicted(example)))
                .count();
    }

    /** Minibatches whose probabilities agree with their labels more or less. */
    private static List<Batch> random(int classes) {
        List<Batch> batches = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStreams(seed).stream("batch");
            int size = 10 + random.nextInt(50);
            int[] labels = new int[size];
            double[][] probabilities = new double[size][classes];
            for (int example = 0; example < size; example++) {
                labels[example] = random.nextInt(classes - seed % 2);
                double sum = 0;
                for (int label = 0; label < classes; label++) {
                    probabilities[example][label] =
                            Math.exp(3 * random.nextDouble()) * (label == labels[example] ? 2 : 1);
                    sum += probabilities[example][label];
                }
                for (int label = 0; label < classes; label++) {
                    probabilities[example][label] /= sum;
                }
            }
            batches.add(Batch.predicting(labels, probabilities));
        }
        return batches;
    }

    private static Batch part(Batch batch, int from, int to) {
        return new Batch(
                Arrays.copyOfRange(batch.labels(), from, to),
                Arrays.copyOfRange(batch.logProbabilities(), from, to),
                new double[to - from][1],
                List.of());
    }

    private static DataFacts facts(List<String> classes) {
        return new DataFacts("animals", List.of(1), OutputRange.UNIT_INTERVAL, classes, List.of(), 10, 10, 10, 0);
    }

    /** An experiment of which a metric asks no more. */
    private record Facts(Task task, Optional<DataFacts> data) implements ExperimentFacts {

        @Override
        public List<LayerFacts> hiddenLayers() {
            return List.of();
        }

        @Override
        public Map<String, MetricDescription> metrics() {
            return Map.of();
        }

        @Override
        public Optional<String> component(String path) {
            return Optional.empty();
        }

        @Override
        public <T> Map<String, T> alternatives(Class<T> component) {
            return Map.of();
        }
    }
}
