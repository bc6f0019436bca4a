package org.rectify.plugin.pretraining;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.Reconstruction;

/** Learns one layer at a time on the clean outputs of the layers below, which stay as they are (item 37). */
final class GreedyDenoising implements Pretraining {

    private final DenoisingPretraining.Options options;

    GreedyDenoising(DenoisingPretraining.Options options) {
        this.options = options;
    }

    /**
     * What a layer has learned with one rate.
     *
     * @param progress at the last epoch
     */
    record Learned(LayerProgress progress, INDArray weights, INDArray biases) {}

    @Override
    public void pretrain(PretrainingStack stack) {
        for (int layer = 0; layer < stack.layers(); layer++) {
            check(stack, layer);
        }
        for (int layer = 0; layer < stack.layers(); layer++) {
            learn(stack, layer);
        }
    }

    private void check(PretrainingStack stack, int layer) {
        Reconstruction reconstruction = options.reconstruction().of(layer);
        OutputRange inputs = inputRange(stack, layer);
        if (!(layer == 0 ? reconstruction.accepts(inputs) : reconstruction.acceptsCodes(inputs))) {
            throw refused(
                    layer,
                    "the reconstruction cannot rebuild inputs in " + inputs + ": its targets must lie in "
                            + reconstruction.targets());
        }
        if (reconstruction.scaling() != CodeScaling.NONE && !CodeRescaling.isPossible(stack.activation(layer))) {
            throw refused(
                    layer,
                    "the reconstruction divides parameters to bring codes into [0, 1], which needs an"
                            + " activation with f(c z) = c f(z) for c above 0, as the rectifier's");
        }
    }

    private static RectifyException refused(int layer, String what) {
        return new RectifyException(
                Category.USER, "pretraining of layer " + (layer + 1) + ": " + what + "; choose another reconstruction");
    }

    /** The interval of clean inputs, after the layer below has been rescaled (item 41). */
    private OutputRange inputRange(PretrainingStack stack, int layer) {
        OutputRange range = stack.inputRange(layer);
        return layer == 0
                ? range
                : options.reconstruction().of(layer - 1).scaling().scaled(range);
    }

    private void learn(PretrainingStack stack, int layer) {
        LayerLearning learning =
                new LayerLearning(stack, layer, options.corruption().of(layer), options.minibatchSize());
        Optional<Learned> best = Optional.empty();
        for (double rate : options.ratesOf(layer)) {
            Optional<Learned> learned =
                    learning.learn(spec(stack, layer, rate), options.epochs().of(layer));
            if (learned.isPresent() && (best.isEmpty() || isBetter(learned.get(), best.get()))) {
                best = learned;
            }
        }
        Learned kept = best.orElseThrow(() -> new RectifyException(
                Category.DIVERGED,
                "pretraining of layer " + (layer + 1) + " diverged with "
                        + (options.ratesOf(layer).size() == 1 ? "learning rate " : "every learning rate of ")
                        + options.ratesOf(layer)));
        stack.chosen(kept.progress());
        stack.replace(layer, kept.weights(), kept.biases());
        CodeRescaling.rescale(stack, layer, options.reconstruction().of(layer).scaling());
    }

    private static boolean isBetter(Learned one, Learned other) {
        return one.progress().heldOutCost() < other.progress().heldOutCost();
    }

    private AutoencoderSpec spec(PretrainingStack stack, int layer, double rate) {
        Optional<ReconstructionSampling> sampling = options.sampling().filter(given -> layer == 0);
        boolean signed = stack.activation(layer).range().lowest() < 0;
        boolean tied = options.tied().orElse(signed && sampling.isEmpty());
        return new AutoencoderSpec(
                options.reconstruction().of(layer),
                inputRange(stack, layer),
                tied,
                options.penalty().map(OutputPenalty.class::cast),
                options.cleanPenalty(),
                sampling,
                rate,
                options.minibatchSize());
    }
}
