package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * What every metric must satisfy; its author extends this class and names the metric.
 *
 * <pre>{@code
 * class AccuracyTest extends MetricContract {
 *     @Override
 *     protected Metric metric() {
 *         return Components.make(new MyPlugin().metrics(), "accuracy");
 *     }
 * }
 * }</pre>
 *
 * <p>A metric is shown what networks of no, one and three hidden layers tell at random, and what a perfect one tells. However
 * the examples fall into minibatches, and in whatever order, the value is the same; it is a number within its bounds; perfect
 * predictions have the best value.
 *
 * @since 0.2
 */
public abstract class MetricContract {

    private static final int EXAMPLES = 40;
    private static final int NETWORKS = 10;
    private static final List<List<Integer>> HIDDEN = List.of(List.of(), List.of(6), List.of(6, 4, 9));
    private static final double TOLERANCE = 1e-9;

    /** The metric under test. */
    protected abstract Metric metric();

    /** What the networks it is shown tell; classes unless overridden. */
    protected Task task() {
        return Task.CLASSIFICATION;
    }

    /** Between what its values lie; a fraction between 0 and 1 and everything else anywhere, unless overridden. */
    protected OutputRange bounds() {
        Unit unit = metric().description().unit();
        return unit.name().startsWith(Unit.FRACTION.name()) ? OutputRange.UNIT_INTERVAL : OutputRange.REAL;
    }

    /** Whether the value changes with the order of examples; false unless overridden. */
    protected boolean dependsOnOrder() {
        return false;
    }

    /** Whether perfect predictions have the best value, and others a worse one; true where the metric has a direction. */
    protected boolean judgesPredictions() {
        return metric().description().direction() != Direction.NEITHER;
    }

    @Test
    final void itIsDescribed() {
        Metric metric = metric();
        assertThat(metric.description()).as("description").isNotNull();
        assertThat(metric.description()).as("description, asked again").isEqualTo(metric.description());
    }

    @Test
    final void valuesAreNumbersWithinTheirBounds() {
        for (MadeObservation examples : allKinds()) {
            for (int size : new int[] {EXAMPLES, 1}) {
                MetricValue value = measure(metric(), inParts(examples.of(first(size)), size));
                assertThat(value.value())
                        .as("value of %d examples, of %d hidden layers", size, examples.hiddenLayers())
                        .isNotNaN()
                        .matches(bounds()::contains, "in " + bounds());
            }
        }
    }

    @Test
    final void minibatchesMayBeCutAnyway() {
        for (MadeObservation examples : allKinds()) {
            MetricValue whole = measure(metric(), inParts(examples, EXAMPLES));
            for (int size : new int[] {1, 3, 7, EXAMPLES - 1}) {
                assertAlike(
                        "in minibatches of %d, beside one minibatch of all".formatted(size),
                        whole,
                        measure(metric(), inParts(examples, size)));
            }
        }
    }

    @Test
    final void theOrderOfExamplesChangesNothing() {
        assumeTrue(!dependsOnOrder(), "the metric depends on the order of examples");
        for (MadeObservation examples : allKinds()) {
            int[] order = first(EXAMPLES);
            stream("order", 0).shuffle(order);
            assertAlike(
                    "of examples in another order",
                    measure(metric(), inParts(examples, EXAMPLES)),
                    measure(metric(), inParts(examples.of(order), EXAMPLES)));
        }
    }

    @Test
    final void anObservationIsNotKept() {
        for (MadeObservation examples : allKinds()) {
            MetricAccumulator accumulator = metric().begin(dataset());
            FleetingObservation fleeting = new FleetingObservation(examples);
            for (MadeObservation batch : inParts(examples, 7)) {
                accumulator.observe(fleeting.show(batch));
            }
            assertAlike(
                    "of minibatches that each took the place of the one before it",
                    measure(metric(), inParts(examples, 7)),
                    accumulator.value());
        }
    }

    @Test
    final void measurementsKnowNothingOfEachOther() {
        Metric metric = metric();
        List<MadeObservation> batches = inParts(random(0, HIDDEN.get(1)), 7);
        List<MadeObservation> others = inParts(random(1, HIDDEN.get(1)), 7);
        MetricValue alone = measure(metric(), batches);
        MetricValue othersAlone = measure(metric(), others);
        MetricAccumulator first = metric.begin(dataset());
        MetricAccumulator second = metric.begin(dataset());
        for (int i = 0; i < batches.size(); i++) {
            first.observe(batches.get(i));
            second.observe(others.get(i));
        }
        assertAlike("beside another measurement", alone, first.value());
        assertAlike("beside another measurement", othersAlone, second.value());
    }

    @Test
    final void aValueMayBeAskedAtAnyTime() {
        List<MadeObservation> batches = inParts(random(0, HIDDEN.get(2)), 7);
        MetricAccumulator accumulator = metric().begin(dataset());
        List<MadeObservation> seen = new ArrayList<>();
        for (MadeObservation batch : batches) {
            accumulator.observe(batch);
            seen.add(batch);
            MetricValue value = accumulator.value();
            assertAlike("after %d minibatches".formatted(seen.size()), measure(metric(), seen), value);
            assertThat(accumulator.value()).as("value, asked again").isEqualTo(value);
        }
    }

    @Test
    final void everyHiddenLayerHasItsValueOrNone() {
        for (List<Integer> hidden : HIDDEN) {
            MetricValue value = measure(metric(), inParts(random(0, hidden), 7));
            assertThat(value.layers().size())
                    .as("values of layers, of a network of %d", hidden.size())
                    .isIn(0, hidden.size());
            assertThat(value.layers()).as("values of layers").allMatch(bounds()::contains, "in " + bounds());
        }
    }

    @Test
    final void perfectPredictionsHaveTheBestValue() {
        assumeTrue(judgesPredictions(), "the metric does not judge predictions");
        Direction direction = metric().description().direction();
        assertThat(direction)
                .as("direction of a metric that judges predictions")
                .isNotEqualTo(Direction.NEITHER);
        boolean worse = false;
        for (int network = 0; network < NETWORKS; network++) {
            MadeObservation random = random(network, HIDDEN.get(1));
            double perfect = measure(metric(), List.of(perfect(random))).value();
            double value = measure(metric(), List.of(random)).value();
            assertThat(direction.isBetter(value, perfect))
                    .as(
                            "predictions at random have the value %s, better than perfect ones with %s where %s is better",
                            value, perfect, direction)
                    .isFalse();
            worse |= direction.isBetter(perfect, value);
        }
        assertThat(worse)
                .as("some of %d networks that tell at random have a worse value than a perfect one", NETWORKS)
                .isTrue();
    }

    private MetricValue measure(Metric metric, List<MadeObservation> batches) {
        MetricAccumulator accumulator = metric.begin(dataset());
        batches.forEach(accumulator::observe);
        return accumulator.value();
    }

    private static void assertAlike(String how, MetricValue expected, MetricValue found) {
        assertAlike("value " + how, List.of(expected.value()), List.of(found.value()));
        assertAlike("values of layers " + how, expected.layers(), found.layers());
        assertAlike("cells of the matrix " + how, cells(expected), cells(found));
    }

    private static void assertAlike(String what, List<Double> expected, List<Double> found) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            double number = expected.get(i);
            assertThat(found.get(i))
                    .as("%s, number %d", what, i)
                    .matches(value -> Agreement.agree(number, value, TOLERANCE), "agrees with " + number);
        }
    }

    /** All numbers of the table, none where there is no table. */
    private static List<Double> cells(MetricValue value) {
        return value.matrix().stream()
                .flatMap(matrix -> matrix.cells().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** What networks of every depth tell at random, and what a perfect one tells and one that is always certain. */
    private List<MadeObservation> allKinds() {
        List<MadeObservation> kinds = new ArrayList<>();
        for (List<Integer> hidden : HIDDEN) {
            kinds.add(random(kinds.size(), hidden));
        }
        kinds.add(perfect(random(0, HIDDEN.get(1))));
        kinds.add(sure(random(1, HIDDEN.get(1))));
        return kinds;
    }

    private MadeObservation random(int network, List<Integer> hidden) {
        RandomStream random = stream("examples", network);
        int width = task() == Task.CLASSIFICATION
                ? dataset().classes().size()
                : dataset().targets().size();
        int[] labels =
                IntStream.generate(() -> random.nextInt(width)).limit(EXAMPLES).toArray();
        double[][] predictions = matrix(width, random::nextGaussian);
        double[][] targets = matrix(width, random::nextGaussian);
        double[][] inputs = matrix(5, () -> Math.max(0, random.nextGaussian()));
        List<double[][]> outputs = hidden.stream()
                .map(units -> matrix(units, () -> Math.max(0, random.nextGaussian())))
                .toList();
        return task() == Task.CLASSIFICATION
                ? new MadeObservation(task(), labels, logSoftmax(predictions), new double[EXAMPLES][0], inputs, outputs)
                : new MadeObservation(task(), new int[0], predictions, targets, inputs, outputs);
    }

    /** The same examples, told rightly and with certainty. */
    private MadeObservation perfect(MadeObservation examples) {
        return certain(examples, examples.labels());
    }

    /** The same examples, told with certainty and wrongly as often as not. */
    private MadeObservation sure(MadeObservation examples) {
        int classes = dataset().classes().size();
        return certain(
                examples,
                Arrays.stream(examples.labels())
                        .map(label -> (label + label % 2) % classes)
                        .toArray());
    }

    private MadeObservation certain(MadeObservation examples, int[] told) {
        double[][] predictions = examples.targets();
        if (task() == Task.CLASSIFICATION) {
            predictions = matrix(dataset().classes().size(), () -> Double.NEGATIVE_INFINITY);
            for (int example = 0; example < EXAMPLES; example++) {
                predictions[example][told[example]] = 0;
            }
        }
        return new MadeObservation(
                task(),
                examples.labels(),
                predictions,
                examples.targets(),
                examples.inputsOfExamples(),
                examples.hidden());
    }

    private static double[][] matrix(int columns, DoubleSupplier element) {
        return Stream.generate(
                        () -> DoubleStream.generate(element).limit(columns).toArray())
                .limit(EXAMPLES)
                .toArray(double[][]::new);
    }

    private static double[][] logSoftmax(double[][] scores) {
        return Arrays.stream(scores)
                .map(row -> {
                    double logSum = Math.log(Arrays.stream(row).map(Math::exp).sum());
                    return Arrays.stream(row).map(score -> score - logSum).toArray();
                })
                .toArray(double[][]::new);
    }

    private static List<MadeObservation> inParts(MadeObservation examples, int size) {
        List<MadeObservation> parts = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += size) {
            parts.add(examples.of(IntStream.range(from, Math.min(examples.size(), from + size))
                    .toArray()));
        }
        return parts;
    }

    private static int[] first(int examples) {
        return IntStream.range(0, examples).toArray();
    }

    /** Five classes that stand for the numbers 1 to 5, or three numbers to be told. */
    private DatasetInfo dataset() {
        return TestData.info(task());
    }

    private static RandomStream stream(String name, int index) {
        return new RandomStreams(66).stream(name, index);
    }
}
