package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * What every output must satisfy; its author extends this class and names the output.
 *
 * <pre>{@code
 * class HuberTest extends OutputContract {
 *     @Override
 *     protected Output output() {
 *         return Components.make(new MyPlugin().outputs(), "huber");
 *     }
 * }
 * }</pre>
 *
 * <p>The output is set on a data set of five classes, or of three numbers to be told, as its task says. Gradients are checked
 * against finite differences of the cost, predictions and costs for scores of any size, and that nothing is kept, allocated or
 * written beside its place.
 *
 * @since 0.2
 */
public abstract class OutputContract {

    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int EXAMPLES = 40;
    private static final int MARGIN = 3;
    private static final double SENTINEL = -7.25;
    private static final double[] SIZES = {0, 1e-300, 1, 50, 1000, 1e10, 1e100, 1e300};

    /** The output under test. */
    protected abstract Output output();

    /** The data set that it is set on; unless overridden, with five classes or three numbers to be told. */
    protected DatasetInfo dataset() {
        return TestData.info(output().task());
    }

    /** Whether telling what is true costs least; overridden by a cost that wants something else. */
    protected boolean rewardsTheTruth() {
        return true;
    }

    @Test
    final void itSaysWhatItTellsAndHowThatIsMeasured() {
        Output output = output();
        assertThat(output.task()).as("task of the layer").isEqualTo(layer().task());
        assertThat(output.metrics())
                .as("metrics that every result holds")
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(KEBAB_CASE), "kebab-case");
        assertThat(output.metrics()).as("metrics, asked again").isEqualTo(output.metrics());
    }

    @Test
    final void unitsMatchTheData() {
        DatasetInfo dataset = dataset();
        int units = layer().units();
        assertThat(units).as("units").isPositive();
        if (output().task() == Task.CLASSIFICATION) {
            assertThat(units)
                    .as(
                            "units, which tell the probability of a class each, on data of %d classes",
                            dataset.classes().size())
                    .isEqualTo(dataset.classes().size());
        } else if (!dataset.targets().isEmpty()) {
            assertThat(units)
                    .as(
                            "units, which tell a number each, on data of %d targets",
                            dataset.targets().size())
                    .isEqualTo(dataset.targets().size());
        }
    }

    @Test
    final void gradientsAgreeWithFiniteDifferences() {
        OutputLayer layer = layer();
        int known = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            double[] scores = scores(layer, example, 2);
            double[] gradient = gradient(layer, scores, example);
            for (int unit = 0; unit < layer.units(); unit++) {
                Slope slope = slope(layer, scores, example, unit);
                if (slope.isKnown()) {
                    known++;
                    assertThat(gradient[unit])
                            .as("gradient of the score of unit %d, of example %d", unit, example)
                            .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                }
            }
        }
        assertThat(known).as("scores at which the cost is smooth").isGreaterThan(EXAMPLES * layer.units() / 2);
    }

    @Test
    final void scoresOfAnySizeGiveNumbers() {
        OutputLayer layer = layer();
        for (double size : SIZES) {
            for (int example = 0; example < EXAMPLES; example++) {
                double[] scores = scores(layer, example, size);
                assertThat(predictions(layer, scores))
                        .as("predictions from the scores %s", Arrays.toString(scores))
                        .doesNotContain(Double.NaN);
                assertThat(cost(layer, scores, example))
                        .as("cost of the scores %s", Arrays.toString(scores))
                        .isNotNaN();
                assertThat(gradient(layer, scores, example))
                        .as("gradient of the scores %s", Arrays.toString(scores))
                        .doesNotContain(Double.NaN);
            }
        }
    }

    @Test
    final void predictionsOfClassesAreLogarithmsOfProbabilities() {
        OutputLayer layer = layer();
        assumeTrue(layer.task() == Task.CLASSIFICATION, "numbers are told");
        for (double size : SIZES) {
            for (int example = 0; example < EXAMPLES; example++) {
                double[] scores = scores(layer, example, size);
                double sum =
                        Arrays.stream(predictions(layer, scores)).map(Math::exp).sum();
                assertThat(sum)
                        .as("sum of the probabilities from the scores %s", Arrays.toString(scores))
                        .matches(found -> Agreement.agree(1, found), "agrees with 1");
            }
        }
    }

    @Test
    final void theTruthCostsLeast() {
        assumeTrue(rewardsTheTruth(), "the cost wants something else than the truth");
        OutputLayer layer = layer();
        for (int example = 0; example < EXAMPLES; example++) {
            double truth = layer.cost(truth(layer, example), 0, targets(), example);
            assertThat(truth)
                    .as("cost of telling the truth of example %d", example)
                    .isFinite();
            for (double size : new double[] {0.1, 1, 30}) {
                for (int other = 0; other < EXAMPLES; other++) {
                    assertThat(cost(layer, scores(layer, other, size), example))
                            .as("cost of scores at random, where the truth of example %d costs %s", example, truth)
                            .isGreaterThanOrEqualTo(truth - 1e-12);
                }
            }
        }
    }

    @Test
    final void theCostOfGuessingIsACost() {
        layer().costOfGuessing()
                .ifPresent(cost ->
                        assertThat(cost).as("cost of guessing").isFinite().isPositive());
    }

    @Test
    final void onlyTheUnitsAreWritten() {
        OutputLayer layer = layer();
        for (int example = 0; example < EXAMPLES; example++) {
            double[] predictions = surrounded(scores(layer, example, 2));
            layer.predict(predictions, MARGIN);
            assertThat(predictions)
                    .as("predictions from place %d on, and nothing around them", MARGIN)
                    .containsExactly(surrounded(predictions(layer, scores(layer, example, 2))));
            double[] gradient = surrounded(new double[layer.units()]);
            layer.gradient(predictions, MARGIN, targets(), example, gradient, MARGIN);
            assertThat(gradient)
                    .as("gradient from place %d on, and nothing around it", MARGIN)
                    .containsExactly(surrounded(gradient(layer, scores(layer, example, 2), example)));
            assertThat(layer.cost(predictions, MARGIN, targets(), example))
                    .as("cost of predictions from place %d on", MARGIN)
                    .isEqualTo(cost(layer, scores(layer, example, 2), example));
        }
    }

    @Test
    final void predictionsAreLeftUntouched() {
        OutputLayer layer = layer();
        for (int example = 0; example < EXAMPLES; example++) {
            double[] predictions = predictions(layer, scores(layer, example, 2));
            double[] before = predictions.clone();
            layer.cost(predictions, 0, targets(), example);
            assertThat(predictions).as("predictions after their cost").containsExactly(before);
            layer.gradient(predictions, 0, targets(), example, new double[layer.units()], 0);
            assertThat(predictions).as("predictions after their gradient").containsExactly(before);
        }
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        OutputLayer layer = layer();
        List<Runnable> works = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int example = thread;
            double[] scores = scores(layer, example, 2);
            double[] expected = predictions(layer, scores);
            double[] gradient = gradient(layer, scores, example);
            double cost = cost(layer, scores, example);
            works.add(() -> {
                for (int round = 0; round < 2_000; round++) {
                    assertThat(predictions(layer, scores))
                            .as("predictions among threads")
                            .containsExactly(expected);
                    assertThat(gradient(layer, scores, example))
                            .as("gradient among threads")
                            .containsExactly(gradient);
                    assertThat(cost(layer, scores, example))
                            .as("cost among threads")
                            .isEqualTo(cost);
                }
            });
        }
        Threads.runAll(works);
    }

    @Test
    final void nothingIsAllocated() {
        OutputLayer layer = layer();
        Targets targets = targets();
        double[] predictions = scores(layer, 0, 2);
        double[] gradient = new double[layer.units()];
        Allocation.assertNone("predictions, cost and gradient", () -> {
            layer.predict(predictions, 0);
            gradient[0] = layer.cost(predictions, 0, targets, 0) + layer.target(targets, 0, 0);
            layer.gradient(predictions, 0, targets, 0, gradient, 0);
        });
    }

    private OutputLayer layer() {
        return output().on(dataset());
    }

    private static double[] predictions(OutputLayer layer, double[] scores) {
        double[] predictions = scores.clone();
        layer.predict(predictions, 0);
        return predictions;
    }

    private double cost(OutputLayer layer, double[] scores, int example) {
        return layer.cost(predictions(layer, scores), 0, targets(), example);
    }

    /** Written over NaN, so that none is left out and none is added to what was there. */
    private double[] gradient(OutputLayer layer, double[] scores, int example) {
        double[] gradient = new double[layer.units()];
        Arrays.fill(gradient, Double.NaN);
        layer.gradient(predictions(layer, scores), 0, targets(), example, gradient, 0);
        return gradient;
    }

    private Slope slope(OutputLayer layer, double[] scores, int example, int unit) {
        return Slope.of(
                score -> {
                    double[] moved = scores.clone();
                    moved[unit] = score;
                    return cost(layer, moved, example);
                },
                scores[unit]);
    }

    /** The true numbers, or scores that make the true class certain. */
    private double[] truth(OutputLayer layer, int example) {
        Targets targets = targets();
        if (layer.task() == Task.REGRESSION) {
            return IntStream.range(0, layer.units())
                    .mapToDouble(unit -> layer.target(targets, example, unit))
                    .toArray();
        }
        double[] scores = new double[layer.units()];
        scores[targets.label(example)] = 1000;
        return predictions(layer, scores);
    }

    private static double[] surrounded(double[] numbers) {
        double[] surrounded = new double[numbers.length + 2 * MARGIN];
        Arrays.fill(surrounded, SENTINEL);
        System.arraycopy(numbers, 0, surrounded, MARGIN, numbers.length);
        return surrounded;
    }

    private static double[] scores(OutputLayer layer, int example, double size) {
        RandomStream random = new RandomStreams(16).stream("scores", example);
        return IntStream.range(0, layer.units())
                .mapToDouble(unit -> size * random.nextGaussian())
                .toArray();
    }

    private Targets targets() {
        DatasetInfo dataset = dataset();
        RandomStream random = new RandomStreams(16).stream("targets");
        int classes = dataset.classes().size();
        int[] labels = IntStream.range(0, EXAMPLES)
                .map(example -> classes == 0 ? 0 : random.nextInt(classes))
                .toArray();
        double[][] numbers = new double[EXAMPLES][dataset.targets().size()];
        for (double[] row : numbers) {
            Arrays.setAll(row, target -> random.nextGaussian());
        }
        return new MadeTargets(labels, numbers);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record MadeTargets(int[] labels, double[][] numbers) implements Targets {

        @Override
        public int label(int example) {
            return labels[example];
        }

        @Override
        public double number(int example, int target) {
            if (target >= numbers[example].length) {
                throw new IllegalStateException("the data set has no number " + target + " to be told");
            }
            return numbers[example][target];
        }
    }
}
