package org.rectify.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.evaluation.Evaluator;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.testing.Networks;

/** Items 18, 20 and 21. */
class FineTuningTest {

    private final NetworkDefinition definition =
            Networks.network(4, List.of(8, 8), 3, Networks.rectifier(), true, Optional.of(Networks.l1(0.001)));
    private final TrainingData data =
            new TrainingData(Networks.randomSplit(20, 4, 3, 1), Networks.randomSplit(30, 4, 3, 2));
    private final List<EpochReport> reports = new ArrayList<>();

    @Test
    void oneEpochEqualsALoopWrittenByHand() {
        TrainingOutcome outcome = train(0.1, 5, 1, false, new LastEpoch(OptionalInt.empty()));

        int[] order = new int[20];
        Arrays.setAll(order, row -> row);
        new RandomStreams(7).stream("shuffle/epoch-1").shuffle(order);
        try (NeuralNetwork network = network(0.1, 5)) {
            Minibatch batch = Minibatch.forExamplesOf(data.train().features(), 5);
            for (int step = 0; step < 4; step++) {
                batch.gather(data.train(), order, step * 5, 5);
                network.learn(batch, LearningStep.endless(), new LearningStatistics(definition));
            }
            assertSame(outcome.parameters(), network);
        }
        assertThat(outcome.updates()).isEqualTo(4);
    }

    @Test
    void aLearningRateOfZeroChangesNothing() {
        TrainingOutcome outcome = train(0, 5, 3, false, new LastEpoch(OptionalInt.empty()));

        try (NeuralNetwork network = network(0, 5)) {
            assertSame(outcome.parameters(), network);
        }
    }

    @Test
    void anIncompleteMinibatchIsDroppedUnlessKept() {
        assertThat(train(0.1, 8, 1, false, new LastEpoch(OptionalInt.empty())).updates())
                .isEqualTo(2);
        assertThat(train(0.1, 8, 1, true, new LastEpoch(OptionalInt.empty())).updates())
                .isEqualTo(3);
    }

    @Test
    void returnsTheParametersOfTheLowestValidationError() {
        TrainingOutcome outcome = train(0.5, 5, 30, false, new Lowest());

        double lowest =
                reports.stream().mapToDouble(FineTuningTest::error).min().orElseThrow();
        assertThat(error(outcome.kept().orElseThrow())).isEqualTo(lowest);
        try (NeuralNetwork network = network(0, 5)) {
            network.copyFrom(outcome.parameters());
            assertThat(evaluator().measure(network, data.validation()).get("error-rate"))
                    .isEqualTo(MetricValue.of(lowest));
        }
    }

    @Test
    void measuresAtTheCheckInterval() {
        train(0.1, 5, 3, false, new LastEpoch(OptionalInt.of(3)));

        assertThat(reports).extracting(EpochReport::updates).containsExactly(0L, 3L, 6L, 9L, 12L);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(0, 1, 2, 3, 3);
    }

    @Test
    void divergenceEndsTrainingAndIsNeverKept() {
        TrainingOutcome outcome = train(1e6, 5, 50, false, new Lowest());

        assertThat(outcome.diverged()).isTrue();
        assertThat(outcome.epochs()).isLessThan(50);
        assertThat(outcome.kept()).isPresent();
        assertThat(outcome.parameters().layers())
                .allSatisfy(layer ->
                        assertThat(layer.weights().sumNumber().doubleValue()).isFinite());
    }

    @Test
    void stoppingSeesCostAndMetricsInTheirOrder() {
        List<Check> checks = new ArrayList<>();
        Stopping curious = () -> check -> {
            checks.add(check);
            return new StoppingDecision(true, false);
        };

        train(0.1, 5, 2, false, curious);

        assertThat(checks).extracting(Check::epoch).containsExactly(0, 1, 2);
        assertThat(checks).extracting(Check::updates).containsExactly(0L, 4L, 8L);
        assertThat(checks.get(0).trainingCost()).isNaN();
        assertThat(checks.get(2).trainingCost()).isEqualTo(reports.get(2).trainCost());
        assertThat(checks.get(2).headline()).isEqualTo("error-rate");
        assertThat(checks.get(2).measured("error-rate").value()).isEqualTo(error(reports.get(2)));
        assertThat(checks.get(2).measured("error-rate").description().direction())
                .isEqualTo(Direction.LOWER);
    }

    @Test
    void reportsTheLayersOfEachEpoch() {
        train(0.1, 5, 2, false, new LastEpoch(OptionalInt.empty()));

        assertThat(reports.get(0).layers()).isEmpty();
        assertThat(reports.get(2).layers()).hasSize(2).allSatisfy(layer -> {
            assertThat(layer.sparsity()).isBetween(0.1, 0.9);
            assertThat(layer.meanAbsolute()).isPositive();
            assertThat(layer.gradientNorm()).isPositive();
            assertThat(layer.deadUnits()).isBetween(0, 8);
        });
        assertThat(reports.get(2).trainCost()).isPositive();
        assertThat(reports.get(2).trainErrorRate()).isBetween(0.0, 1.0);
    }

    private TrainingOutcome train(double rate, int size, int epochs, boolean keepIncomplete, Stopping stopping) {
        reports.clear();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void measured(EpochReport report) {
                reports.add(report);
            }
        };
        ExperimentSpec.FineTuning spec = new ExperimentSpec.FineTuning(
                Networks.descent(rate), progress -> 1, size, keepIncomplete, epochs, stopping, 1, List.of(), false);
        try (NeuralNetwork network = network(rate, size)) {
            return new FineTuning(spec, new RandomStreams(7), evaluator(), listener).train(network, data);
        }
    }

    private NeuralNetwork network(double rate, int size) {
        return new Nd4jBackend().create(definition, Networks.uniform(definition, 0.5, 5), Networks.descent(rate), size);
    }

    private static Evaluator evaluator() {
        DatasetInfo info = new DatasetInfo(
                "made", List.of(1), OutputRange.REAL, List.of("0"), List.of(0.0), "made here", Map.of());
        return new Evaluator(List.of(Named.<Metric>of("error-rate", new CountedErrors())), info);
    }

    private static double error(EpochReport report) {
        Map<String, MetricValue> validation = report.validation();
        return Optional.ofNullable(validation.get("error-rate")).orElseThrow().value();
    }

    private void assertSame(Parameters expected, NeuralNetwork network) {
        Parameters actual = Parameters.zeros(definition, DataType.FLOAT);
        network.copyTo(actual);
        for (int layer = 0; layer < actual.layers().size(); layer++) {
            assertThat(actual.layers().get(layer).weights())
                    .isEqualTo(expected.layers().get(layer).weights());
            assertThat(actual.layers().get(layer).biases())
                    .isEqualTo(expected.layers().get(layer).biases());
        }
    }

    /** Keeps the last parameters and never stops. */
    private static class LastEpoch implements Stopping {

        private final OptionalInt interval;

        LastEpoch(OptionalInt interval) {
            this.interval = interval;
        }

        @Override
        public StoppingWatch begin() {
            return check -> new StoppingDecision(true, false);
        }

        @Override
        public OptionalInt checkInterval() {
            return interval;
        }
    }

    /** Keeps the parameters of the lowest error and never stops. */
    private static final class Lowest implements Stopping {

        @Override
        public StoppingWatch begin() {
            double[] lowest = {Double.POSITIVE_INFINITY};
            return check -> {
                double error = check.measured(check.headline()).value();
                boolean better = error < lowest[0];
                lowest[0] = Math.min(lowest[0], error);
                return new StoppingDecision(better, false);
            };
        }
    }

    /** The error rate, counted here. */
    private static final class CountedErrors implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("error", Unit.FRACTION, Direction.LOWER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new MetricAccumulator() {
                private int wrong;
                private int seen;

                @Override
                public void observe(Observation batch) {
                    for (int example = 0; example < batch.size(); example++) {
                        seen++;
                        wrong += batch.predicted(example) == batch.label(example) ? 0 : 1;
                    }
                }

                @Override
                public MetricValue value() {
                    return MetricValue.of((double) wrong / seen);
                }
            };
        }
    }
}
