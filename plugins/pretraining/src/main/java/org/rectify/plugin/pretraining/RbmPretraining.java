package org.rectify.plugin.pretraining;

import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStreams;

/** Learns each layer of a stack as a rectified machine on the clean outputs of the layers below (item 91). */
final class RbmPretraining implements Pretraining {

    /** Noisy rectifiers that died leave a finite error behind, which only its size gives away. */
    private static final double DIVERGED_OVER_UNTRAINED = 1e4;

    private final RectifiedRbm.Options options;

    RbmPretraining(RectifiedRbm.Options options) {
        this.options = options;
    }

    @Override
    public void pretrain(PretrainingStack stack) {
        for (int layer = 0; layer < stack.layers(); layer++) {
            if (options.epochs().of(layer) > 0) {
                learn(stack, layer);
            }
        }
    }

    private void learn(PretrainingStack stack, int layer) {
        Visible visible = layer == 0 ? options.visible() : Visible.GAUSSIAN;
        refuse(visible, stack.inputRange(layer));
        RectifiedMachine machine = new RectifiedMachine(visible, stack.weights(layer), stack.biases(layer));
        Features inputs = stack.inputs(layer);
        Features heldOut = stack.validationInputs(layer);
        refuseEmpty(heldOut);
        LayerProgress progress = progress(machine, heldOut, layer, 0, Double.NaN);
        stack.report(progress);
        double highest = DIVERGED_OVER_UNTRAINED * Math.max(1, progress.heldOutCost());
        for (int epoch = 1; epoch <= options.epochs().of(layer); epoch++) {
            double trainingCost = learn(machine, inputs, stack.random(), layer, epoch);
            progress = progress(machine, heldOut, layer, epoch, trainingCost);
            if (!(progress.heldOutCost() <= highest) || !machine.isFinite()) {
                throw diverged(progress);
            }
            stack.report(progress);
        }
        stack.chosen(progress);
        stack.replace(layer, machine.weights(), machine.hiddenBiases());
    }

    private static void refuse(Visible visible, OutputRange inputs) {
        if (!visible.accepts(inputs)) {
            throw new RectifyException(
                    Category.USER,
                    "pretraining.visible = binary wants inputs in [0, 1], but those of this data set lie in " + inputs
                            + "; choose gaussian, or scale the data");
        }
    }

    private static void refuseEmpty(Features heldOut) {
        if (heldOut.rows() == 0) {
            throw new DataException(
                    "pretraining.type = rectified-rbm measures its progress on validation examples, and this"
                            + " data set has none; leave some out of its training examples");
        }
    }

    /** One pass; returns the reconstruction cost on the way, averaged over examples. */
    private double learn(RectifiedMachine machine, Features inputs, RandomStreams random, int layer, int epoch) {
        String part = "/layer-" + (layer + 1) + "/epoch-" + epoch;
        int[] order = IntStream.range(0, inputs.rows()).toArray();
        random.stream("shuffle" + part).shuffle(order);
        RectifiedMachine.Noise noise =
                new RectifiedMachine.Noise(random.stream("hidden" + part), random.stream("visible" + part));
        double rate = options.learningRate().of(layer);
        double[] cost = new double[1];
        forEachMinibatch(
                machine,
                inputs,
                order,
                (data, fantasy) -> cost[0] += machine.learn(data, fantasy, rate, options.weightDecay(), noise));
        return cost[0] / inputs.rows();
    }

    /** What the validation examples say, without noise. */
    private LayerProgress progress(
            RectifiedMachine machine, Features heldOut, int layer, int epoch, double trainingCost) {
        int[] order = IntStream.range(0, heldOut.rows()).toArray();
        double[] error = new double[1];
        long[] silent = new long[1];
        forEachMinibatch(machine, heldOut, order, (data, fantasy) -> {
            error[0] += machine.error(data, fantasy);
            silent[0] += data.silentUnits();
        });
        double units = (double) heldOut.rows() * machine.weights().columns();
        return new LayerProgress(
                layer,
                options.learningRate().of(layer),
                epoch,
                trainingCost,
                error[0] / heldOut.rows(),
                silent[0] / units);
    }

    private interface MinibatchStep {
        void take(GibbsStates data, GibbsStates fantasy);
    }

    private void forEachMinibatch(RectifiedMachine machine, Features inputs, int[] order, MinibatchStep step) {
        int size = Math.min(options.minibatchSize(), order.length);
        int complete = size == 0 ? 0 : order.length / size * size;
        forEachMinibatch(machine, inputs, order, 0, complete, size, step);
        forEachMinibatch(machine, inputs, order, complete, order.length, order.length - complete, step);
    }

    private static void forEachMinibatch(
            RectifiedMachine machine, Features inputs, int[] order, int from, int to, int size, MinibatchStep step) {
        if (from == to) {
            return;
        }
        GibbsStates data = machine.states(size);
        GibbsStates fantasy = machine.states(size);
        for (int first = from; first < to; first += size) {
            data.load(inputs, order, first);
            step.take(data, fantasy);
        }
    }

    private static RectifyException diverged(LayerProgress progress) {
        return new RectifyException(
                Category.DIVERGED,
                "pretraining of layer " + (progress.layer() + 1) + " diverged in epoch " + progress.epoch()
                        + ", with pretraining.learning-rate " + progress.learningRate()
                        + ": its held-out reconstruction error is " + progress.heldOutCost()
                        + "; choose a smaller rate");
    }
}
