package org.rectify.engine.training;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.evaluation.Evaluator;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.Parameters;

/** Supervised learning by minibatches, shuffled anew each epoch, watched on the validation split (items 16-21). */
public final class FineTuning {

    /**
     * A mean cost so many times that of guessing is divergence, as NaN is: in log-sum-exp form a rectifier network that
     * blew up and died goes on at a finite cost.
     */
    private static final double DIVERGED_OVER_GUESSING = 1e4;

    private final ExperimentSpec.FineTuning spec;
    private final RandomStreams random;
    private final Evaluator evaluator;
    private final TrainingListener listener;

    /** Fine-tuning as an experiment describes it; its evaluator measures what stopping watches. */
    @Inject
    public FineTuning(
            ExperimentSpec.FineTuning spec, RandomStreams random, Evaluator evaluator, TrainingListener listener) {
        this.spec = spec;
        this.random = random;
        this.evaluator = evaluator;
        this.listener = listener;
    }

    /** Trains a network; on return it holds the parameters of the outcome. */
    public TrainingOutcome train(NeuralNetwork network, TrainingData data) {
        return new Session(network, data).run();
    }

    /** One training under way. */
    private final class Session {

        private final NeuralNetwork network;
        private final TrainingData data;
        private final Parameters kept;
        private final Minibatch batch;
        private final LearningStatistics statistics;
        private final StoppingWatch watch = spec.stopping().begin();
        private final int examplesPerEpoch;
        private final double highestCost;
        private final LearningStep step;
        private final Stopwatch learning = new Stopwatch();
        private Optional<EpochReport> keptReport = Optional.empty();
        private long examplesLearned;
        private long updates;
        private boolean stopped;
        private boolean diverged;

        Session(NeuralNetwork network, TrainingData data) {
            this.network = network;
            this.data = data;
            Split train = data.train();
            this.kept = Parameters.zeros(network.definition(), DataType.FLOAT);
            network.copyTo(kept);
            this.batch = Minibatch.forExamplesOf(train.features(), Math.min(spec.minibatchSize(), train.size()));
            this.statistics = new LearningStatistics(network.definition());
            int incomplete = spec.keepIncompleteMinibatch() ? 0 : train.size() % batch.capacity();
            this.examplesPerEpoch = train.size() - incomplete;
            this.highestCost =
                    network.definition().output().costOfGuessing().orElse(Double.MAX_VALUE) * DIVERGED_OVER_GUESSING;
            int updatesPerEpoch = (examplesPerEpoch + batch.capacity() - 1) / batch.capacity();
            this.step = new LearningStep(spec.schedule(), spec.epochs(), updatesPerEpoch, random);
        }

        TrainingOutcome run() {
            if (data.validation().size() == 0) {
                throw new DataException(
                        "the data set has no validation examples, by which parameters are chosen; have it set some aside");
            }
            listener.trainingStarted(examplesPerEpoch, spec.epochs());
            measure(0);
            int epoch = 0;
            while (epoch < spec.epochs() && !stopped && !diverged) {
                epoch++;
                learn(epoch);
            }
            network.copyFrom(kept);
            return new TrainingOutcome(
                    keptReport, kept, epoch, updates, diverged, examplesLearned / learning.seconds());
        }

        private void learn(int epoch) {
            int[] order = new int[data.train().size()];
            Arrays.setAll(order, row -> row);
            random.stream("shuffle/epoch-" + epoch).shuffle(order);
            step.begin(epoch);
            double inputDropout = network.definition().regularization().inputDropout();
            long interval = spec.stopping().checkInterval().orElse(0);
            for (int first = 0; first < examplesPerEpoch && !stopped && !diverged; first += batch.size()) {
                learning.start();
                batch.gather(data.train(), order, first, Math.min(batch.capacity(), examplesPerEpoch - first));
                if (inputDropout > 0) {
                    batch.drop(inputDropout, step.dropout());
                }
                network.learn(batch, step, statistics);
                step.next();
                learning.stop();
                updates++;
                examplesLearned += batch.size();
                diverged = !(statistics.meanCost() <= highestCost);
                listener.examplesLearned(epoch, first + batch.size());
                if (interval > 0 && updates % interval == 0) {
                    measure(epoch);
                }
            }
            if (interval == 0 && !diverged) {
                measure(epoch);
            }
        }

        private void measure(int epoch) {
            Map<String, MetricValue> validation = evaluator.measure(network, data.validation());
            if (validation.values().stream().anyMatch(value -> !Double.isFinite(value.value()))) {
                evaluator.requireReasons(validation, network, data.validation());
                diverged = true;
            }
            StoppingDecision verdict =
                    diverged ? new StoppingDecision(false, true) : watch.observe(check(epoch, validation));
            stopped = verdict.stop();
            EpochReport report = report(epoch, validation, verdict.keep());
            if (verdict.keep()) {
                network.copyTo(kept);
                keptReport = Optional.of(report);
            }
            statistics.reset();
            listener.measured(report);
        }

        private Check check(int epoch, Map<String, MetricValue> validation) {
            Map<String, Check.Measured> measured = new LinkedHashMap<>();
            for (Named<Metric> metric : evaluator.metrics()) {
                MetricValue value = validation.get(metric.name());
                measured.put(
                        metric.name(),
                        new Check.Measured(
                                value == null ? Double.NaN : value.value(),
                                metric.component().description()));
            }
            double cost = statistics.examples() == 0 ? Double.NaN : statistics.meanCost();
            return new Check(epoch, updates, cost, measured);
        }

        private Map<String, Double> costs() {
            Map<String, Double> costs = new LinkedHashMap<>();
            costs.put(ExperimentSpec.Network.OUTPUT_COST, statistics.meanOutputCost());
            List<Named<Penalty>> penalties =
                    network.definition().regularization().penalties();
            for (int place = 0; place < penalties.size(); place++) {
                costs.put(penalties.get(place).name(), statistics.meanPenalty(place));
            }
            return costs;
        }

        private EpochReport report(int epoch, Map<String, MetricValue> validation, boolean best) {
            if (statistics.examples() == 0) {
                return new EpochReport(
                        epoch, updates, Double.NaN, Double.NaN, Map.of(), validation, List.of(), Double.NaN, best);
            }
            List<LayerReport> layers = new ArrayList<>();
            for (int layer = 0; layer < network.definition().hidden().size(); layer++) {
                layers.add(new LayerReport(
                        statistics.sparsity(layer),
                        statistics.meanAbsolute(layer),
                        statistics.meanGradientNorm(layer),
                        statistics.deadUnits(layer)));
            }
            return new EpochReport(
                    epoch,
                    updates,
                    statistics.meanCost(),
                    statistics.errorRate(),
                    costs(),
                    validation,
                    layers,
                    statistics.examples() / learning.lap(),
                    best);
        }
    }
}
