package org.rectify.engine.guard;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.Reconstruction;

/**
 * A stack as pre-training methods see it, until they return: what they hand over is checked, and what the engine does with it is none of their
 * faults.
 *
 * @param guard of the method
 * @param over whether it has returned
 */
record CheckedStack(PretrainingStack stack, Guard guard, AtomicBoolean over) implements PretrainingStack {

    CheckedStack(PretrainingStack stack, Guard guard) {
        this(stack, guard, new AtomicBoolean());
    }

    /** The method has returned: who kept the stack changes nothing any more. */
    void close() {
        over.set(true);
    }

    private void requireOpen(String method) {
        if (over.get()) {
            throw misuse(method, "calls after it has returned");
        }
    }

    @Override
    public int layers() {
        return stack.layers();
    }

    @Override
    public int units(int layer) {
        return of("units", layer, () -> stack.units(layer));
    }

    @Override
    public Activation activation(int layer) {
        return of("activation", layer, () -> stack.activation(layer));
    }

    @Override
    public INDArray signs(int layer) {
        return of("signs", layer, () -> stack.signs(layer));
    }

    @Override
    public INDArray weights(int layer) {
        return of("weights", layer, () -> stack.weights(layer));
    }

    @Override
    public INDArray biases(int layer) {
        return of("biases", layer, () -> stack.biases(layer));
    }

    @Override
    public void replace(int layer, INDArray weights, INDArray biases) {
        requireOpen("replace");
        require("replace", "weights of layer " + layer, weights, weights(layer));
        require("replace", "biases of layer " + layer, biases, biases(layer));
        guard.engine(() -> stack.replace(layer, weights, biases));
    }

    private void require(String method, String what, INDArray found, INDArray expected) {
        requireNotNull(method, what, found);
        if (!Arrays.equals(found.shape(), expected.shape())) {
            throw misuse(
                    method,
                    what + " of shape " + Arrays.toString(found.shape()) + "; they are of shape "
                            + Arrays.toString(expected.shape()));
        }
        int place = NumberChecks.firstNotFinite(found);
        if (place >= 0) {
            throw misuse(method, what + " that are not finite at " + NumberChecks.place(found, place));
        }
    }

    @Override
    public Features inputs(int layer) {
        return of("inputs", layer, () -> stack.inputs(layer));
    }

    @Override
    public Features outputs(int layer) {
        return of("outputs", layer, () -> stack.outputs(layer));
    }

    @Override
    public Features validationInputs(int layer) {
        return of("validationInputs", layer, () -> stack.validationInputs(layer));
    }

    @Override
    public OutputRange inputRange(int layer) {
        return of("inputRange", layer, () -> stack.inputRange(layer));
    }

    @Override
    public RandomStreams random() {
        return stack.random();
    }

    @Override
    public Autoencoder autoencoder(int layer, AutoencoderSpec spec) {
        requireNotNull("autoencoder", "a specification", spec);
        requireNotNull("autoencoder", "a reconstruction", spec.reconstruction());
        requireNotNull("autoencoder", "an input range", spec.inputRange());
        requireNotNull("autoencoder", "a penalty", spec.penalty());
        requireNotNull("autoencoder", "a sampling", spec.sampling());
        if (!(spec.learningRate() > 0 && Double.isFinite(spec.learningRate()))) {
            throw misuse(
                    "autoencoder", "a learning rate of " + spec.learningRate() + "; it must be finite and above 0");
        }
        if (spec.minibatchSize() < 1) {
            throw misuse(
                    "autoencoder", "minibatches of " + spec.minibatchSize() + "; they must have at least 1 example");
        }
        AutoencoderSpec guarded = new AutoencoderSpec(
                guarded(spec.reconstruction()),
                spec.inputRange(),
                spec.tied(),
                spec.penalty().map(this::guarded),
                spec.cleanPenalty(),
                spec.sampling(),
                spec.learningRate(),
                spec.minibatchSize());
        Autoencoder made = of("autoencoder", layer, () -> stack.autoencoder(layer, guarded));
        int inputs = Math.toIntExact(weights(layer).size(0));
        return new CheckedAutoencoder(made, inputs, guarded, guard);
    }

    /** What the method made itself is its own fault. */
    private Reconstruction guarded(Reconstruction reconstruction) {
        return reconstruction instanceof Guarded ? reconstruction : GuardedReconstruction.of(reconstruction, guard);
    }

    private OutputPenalty guarded(OutputPenalty penalty) {
        return penalty instanceof Guarded ? penalty : GuardedPenalty.onOutputs(penalty, guard);
    }

    @Override
    public void report(LayerProgress progress) {
        requireReport("report", progress);
        guard.engine(() -> stack.report(progress));
    }

    @Override
    public void chosen(LayerProgress progress) {
        requireReport("chosen", progress);
        guard.engine(() -> stack.chosen(progress));
    }

    private void requireReport(String method, LayerProgress progress) {
        requireOpen(method);
        requireNotNull(method, "progress", progress);
        if (progress.layer() < 0 || progress.layer() >= stack.layers() || progress.epoch() < 0) {
            throw misuse(
                    method,
                    "epoch " + progress.epoch() + " of layer " + progress.layer() + "; there are " + stack.layers()
                            + " hidden layers, from 0, and epochs from 0");
        }
    }

    private <T> T of(String method, int layer, Supplier<T> question) {
        requireOpen(method);
        if (layer < 0 || layer >= stack.layers()) {
            throw misuse(method, "layer " + layer + "; there are " + stack.layers() + " hidden layers, from 0");
        }
        return guard.engine(question);
    }

    private void requireNotNull(String method, String what, Object given) {
        if (given == null) {
            throw misuse(method, "null for " + what);
        }
    }

    private PluginFault misuse(String method, String what) {
        return guard.fault("pretrain", "hands " + method + "() " + what);
    }
}
