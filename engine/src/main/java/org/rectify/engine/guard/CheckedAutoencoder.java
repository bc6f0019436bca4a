package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.random.RandomStream;

/** An auto-encoder as pre-training methods see it: what they hand over is checked, which costs steps of learning nothing. */
final class CheckedAutoencoder implements Autoencoder {

    private final Autoencoder autoencoder;
    private final int inputs;
    private final int most;
    private final Guard guard;
    private boolean drawsNothing;

    /**
     * @param inputs of the layer
     * @param spec it was made by
     * @param guard of the method
     */
    CheckedAutoencoder(Autoencoder autoencoder, int inputs, AutoencoderSpec spec, Guard guard) {
        this.autoencoder = autoencoder;
        this.inputs = inputs;
        this.most = spec.minibatchSize();
        this.guard = guard;
        this.drawsNothing = spec.sampling().isPresent();
    }

    @Override
    public void drawFrom(RandomStream stream) {
        if (stream == null) {
            throw misuse("drawFrom", "null for a stream");
        }
        autoencoder.drawFrom(stream);
        drawsNothing = false;
    }

    @Override
    public double learn(float[] clean, float[] corrupted, int examples) {
        require("learn", clean, corrupted, examples);
        if (drawsNothing) {
            throw new IllegalStateException("there is no stream that positions could be drawn from");
        }
        double cost;
        Slot slot = guard.slot();
        Call outer = slot.enter(null);
        try {
            cost = autoencoder.learn(clean, corrupted, examples);
        } catch (Throwable e) {
            guard.thrownByEngine(e);
            throw e;
        } finally {
            slot.leave(outer);
        }
        requireFinite("learn", cost, clean, corrupted, examples);
        return cost;
    }

    @Override
    public double cost(float[] clean, float[] corrupted, int examples) {
        require("cost", clean, corrupted, examples);
        double cost;
        Slot slot = guard.slot();
        Call outer = slot.enter(null);
        try {
            cost = autoencoder.cost(clean, corrupted, examples);
        } catch (Throwable e) {
            guard.thrownByEngine(e);
            throw e;
        } finally {
            slot.leave(outer);
        }
        requireFinite("cost", cost, clean, corrupted, examples);
        return cost;
    }

    private void require(String method, float[] clean, float[] corrupted, int examples) {
        if (clean == null || corrupted == null) {
            throw misuse(method, "null for " + (clean == null ? "clean" : "corrupted") + " inputs");
        }
        if (examples < 1 || examples > most) {
            throw misuse(method, examples + " examples; a minibatch has 1 to " + most);
        }
        int shorter = Math.min(clean.length, corrupted.length);
        if (shorter < (long) examples * inputs) {
            throw misuse(
                    method,
                    (clean.length == shorter ? "clean" : "corrupted") + " inputs of length " + shorter + "; " + examples
                            + " examples of " + inputs + " inputs have " + (long) examples * inputs);
        }
    }

    /** Looks at what was handed over where the cost tells that something is wrong. */
    private void requireFinite(String method, double cost, float[] clean, float[] corrupted, int examples) {
        if (!Double.isFinite(cost)) {
            requireFinite(method, "clean", clean, examples);
            requireFinite(method, "corrupted", corrupted, examples);
        }
    }

    private void requireFinite(String method, String what, float[] numbers, int examples) {
        int place = NumberChecks.firstNotFinite(numbers, 0, examples * inputs);
        if (place >= 0) {
            throw misuse(
                    method,
                    what + " inputs that hold " + numbers[place] + ": example " + place / inputs + ", input "
                            + place % inputs);
        }
    }

    private PluginFault misuse(String method, String what) {
        return guard.fault("pretrain", "hands the auto-encoder's " + method + "() " + what);
    }

    @Override
    public long zeros() {
        return autoencoder.zeros();
    }

    @Override
    public INDArray weights() {
        return guard.engine(autoencoder::weights);
    }

    @Override
    public INDArray biases() {
        return guard.engine(autoencoder::biases);
    }

    @Override
    public void close() {
        guard.engine(autoencoder::close);
    }
}
