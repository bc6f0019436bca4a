package org.rectify.engine.benchmark;

import org.rectify.api.dataset.Split;
import org.rectify.api.metric.Observation;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** Supervised learning, or inference. */
final class NetworkWorkload implements Workload {

    private final NeuralNetwork network;
    private final Parameters initial;
    private final Split split;
    private final boolean learning;
    private final Minibatch batch;
    private final ShuffledRows rows;
    private final LearningStatistics statistics;
    private final LearningStep step = LearningStep.endless();
    private long zeros;
    private long examples;
    private long multiplyAdds;

    NetworkWorkload(
            NeuralNetwork network,
            Parameters initial,
            Split split,
            int minibatchSize,
            boolean learning,
            RandomStreams random) {
        this.initial = initial;
        this.network = network;
        this.split = split;
        this.learning = learning;
        this.batch = Minibatch.forExamplesOf(split.features(), minibatchSize);
        this.rows = new ShuffledRows(split.size(), random);
        this.statistics = new LearningStatistics(network.definition());
    }

    @Override
    public int minibatchSize() {
        return batch.capacity();
    }

    @Override
    public void step() {
        batch.gather(split, rows.order(), rows.take(batch.capacity()), batch.capacity());
        if (learning) {
            network.learn(batch, step, statistics);
        } else {
            Observation observation = network.observe(batch);
            int wrong = 0;
            for (int example = 0; example < observation.size(); example++) {
                wrong += observation.predicted(example) == observation.label(example) ? 0 : 1;
            }
            statistics.step(observation.size(), wrong, 0);
            for (int layer = 0; layer < observation.hiddenLayers(); layer++) {
                zeros += observation.zeros(layer);
            }
        }
        examples += batch.size();
        multiplyAdds += network.multiplyAdds();
    }

    @Override
    public void restart() {
        network.copyFrom(initial);
        forget();
    }

    /** Forgets what {@link #sparsity()} and {@link #skipped()} have seen. */
    void forget() {
        statistics.reset();
        zeros = 0;
        examples = 0;
        multiplyAdds = 0;
    }

    @Override
    public double sparsity() {
        NetworkDefinition definition = network.definition();
        int layers = definition.hidden().size();
        if (!learning) {
            long outputs = definition.hidden().stream()
                    .mapToLong(layer -> layer.outputs())
                    .sum();
            return (double) zeros / (examples * outputs);
        }
        double sum = 0;
        for (int layer = 0; layer < layers; layer++) {
            sum += statistics.sparsity(layer);
        }
        return sum / layers;
    }

    @Override
    public double skipped() {
        return 1 - (double) multiplyAdds / (examples * network.definition().multiplyAdds(learning));
    }

    /** Copies the present parameters out. */
    void copyTo(Parameters parameters) {
        network.copyTo(parameters);
    }

    @Override
    public void close() {
        network.close();
    }
}
