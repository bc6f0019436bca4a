package org.rectify.plugin.pretraining;

import java.util.Optional;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.dataset.Features;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStreams;

/** The learning of one layer, with one learning rate after another, each from the same beginning. */
final class LayerLearning {

    /** A cost above this many times the first is divergence (item 21), even where dead units make it finite again. */
    private static final double HOPELESS = 1e4;

    private final PretrainingStack stack;
    private final int layer;
    private final Features train;
    private final Features heldOut;
    private final CorruptedMinibatch batch;
    private final RandomStreams random;

    LayerLearning(PretrainingStack stack, int layer, Corruption corruption, int minibatchSize) {
        this.stack = stack;
        this.layer = layer;
        this.train = stack.inputs(layer);
        this.heldOut = stack.validationInputs(layer);
        this.random = stack.random().within("layer-" + (layer + 1));
        this.batch = new CorruptedMinibatch(
                corruption,
                Math.min(minibatchSize, Math.max(1, train.rows())),
                train.columns(),
                random.stream("corruption/held-out"));
    }

    /** Learns for some epochs; empty where that diverged. */
    Optional<GreedyDenoising.Learned> learn(AutoencoderSpec spec, int epochs) {
        try (Autoencoder autoencoder = stack.autoencoder(layer, spec)) {
            LayerProgress first = report(autoencoder, spec, 0, Double.NaN);
            LayerProgress last = first;
            for (int epoch = 1; epoch <= epochs; epoch++) {
                last = report(autoencoder, spec, epoch, epoch(autoencoder, epoch));
                if (!(Math.max(last.trainingCost(), last.heldOutCost()) <= HOPELESS * first.heldOutCost())) {
                    return Optional.empty();
                }
            }
            return Optional.of(new GreedyDenoising.Learned(last, autoencoder.weights(), autoencoder.biases()));
        }
    }

    /** The mean cost of an example; the last minibatch does not count where it is incomplete (item 18). */
    private double epoch(Autoencoder autoencoder, int epoch) {
        int[] rows = new int[train.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        random.stream("shuffle/epoch-" + epoch).shuffle(rows);
        batch.noiseFrom(random.stream("corruption/epoch-" + epoch));
        autoencoder.drawFrom(random.stream("positions/epoch-" + epoch));
        double cost = 0;
        int examples = 0;
        for (; examples + batch.capacity() <= rows.length; examples += batch.capacity()) {
            batch.take(train, rows, examples, batch.capacity());
            cost += autoencoder.learn(batch.clean(), batch.corrupted(), batch.capacity());
        }
        return cost / examples;
    }

    private LayerProgress report(Autoencoder autoencoder, AutoencoderSpec spec, int epoch, double trainingCost) {
        int[] rows = new int[heldOut.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        batch.noiseFrom(random.stream("corruption/held-out"));
        double cost = 0;
        long zeros = 0;
        for (int first = 0; first < rows.length; first += batch.capacity()) {
            int count = Math.min(batch.capacity(), rows.length - first);
            batch.take(heldOut, rows, first, count);
            cost += autoencoder.cost(batch.clean(), batch.corrupted(), count);
            zeros += autoencoder.zeros();
        }
        double outputs = (double) rows.length * stack.signs(layer).length();
        LayerProgress progress =
                new LayerProgress(layer, spec.learningRate(), epoch, trainingCost, cost / rows.length, zeros / outputs);
        stack.report(progress);
        return progress;
    }
}
