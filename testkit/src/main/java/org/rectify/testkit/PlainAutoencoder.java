package org.rectify.testkit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/** A denoising auto-encoder written down as the formulas stand, in 64 bits (item 33). */
final class PlainAutoencoder implements Autoencoder {

    private final AutoencoderSpec spec;
    private final int layer;
    private final Activation activation;
    private final INDArray signs;
    private final INDArray weights;
    private final INDArray biases;
    private final INDArray decoderWeights;
    private final INDArray decoderBiases;
    private INDArray x = Nd4j.empty(DataType.DOUBLE);
    private INDArray z = x;
    private INDArray a = x;
    private INDArray h = x;
    private INDArray o = x;
    private INDArray target = x;
    private INDArray gradient = x;
    private @Nullable RandomStream stream;

    /**
     * @param weights inputs x units; copied
     * @param decoderWeights outputs x inputs; copied, unless tied
     */
    PlainAutoencoder(
            AutoencoderSpec spec,
            int layer,
            Activation activation,
            INDArray signs,
            INDArray weights,
            INDArray biases,
            INDArray decoderWeights) {
        this.spec = spec;
        this.layer = layer;
        this.activation = activation;
        this.signs = signs.castTo(DataType.DOUBLE).dup();
        this.weights = weights.castTo(DataType.DOUBLE).dup();
        this.biases = biases.castTo(DataType.DOUBLE).dup();
        this.decoderWeights = spec.tied()
                ? this.weights.transpose()
                : decoderWeights.castTo(DataType.DOUBLE).dup();
        this.decoderBiases = Nd4j.zeros(DataType.DOUBLE, 1, weights.rows());
    }

    @Override
    public void drawFrom(RandomStream positions) {
        stream = positions;
    }

    @Override
    public double learn(float[] clean, float[] corrupted, int examples) {
        double sum = cost(clean, corrupted, examples);
        if (spec.sampling().isPresent()) {
            sum = weigh(clean, corrupted, spec.sampling().get());
        }
        INDArray decoderGradient = h.transpose().mmul(gradient);
        INDArray outputGradient = gradient.mmul(decoderWeights.transpose()).muliRowVector(signs);
        if (!spec.cleanPenalty()) {
            addPenalty(a, outputGradient);
        }
        INDArray delta = Nd4j.zeros(DataType.DOUBLE, z.shape());
        activation.backward(z, a, outputGradient, delta);
        INDArray encoderGradient = x.transpose().mmul(delta);
        INDArray biasGradient = delta.sum(true, 0);
        if (spec.cleanPenalty()) {
            addCleanPenalty(rows(clean, examples), encoderGradient, biasGradient);
        }
        decoderBiases.subi(gradient.sum(true, 0).mul(spec.learningRate()));
        biases.subi(biasGradient.mul(spec.learningRate()));
        if (spec.tied()) {
            encoderGradient.addi(decoderGradient.transpose());
        } else {
            decoderWeights.subi(decoderGradient.mul(spec.learningRate()));
        }
        weights.subi(encoderGradient.mul(spec.learningRate()));
        return sum;
    }

    /** Weights the gradient by the drawn positions, and returns their cost. */
    private double weigh(float[] clean, float[] corrupted, ReconstructionSampling sampling) {
        if (stream == null) {
            throw new IllegalStateException("there is no stream to draw positions from");
        }
        float[] drawn = new float[Math.toIntExact(gradient.length())];
        sampling.draw(clean, corrupted, drawn.length, stream, drawn);
        gradient.muli(Nd4j.createFromArray(drawn).reshape(gradient.shape()).castTo(DataType.DOUBLE));
        ElementwiseReconstruction units = (ElementwiseReconstruction) spec.reconstruction();
        double[] preActivations = Matrices.toDoubles(o);
        double[] targets = Matrices.toDoubles(target);
        double sum = 0;
        for (int i = 0; i < drawn.length; i++) {
            sum += drawn[i] * units.cost(preActivations[i], targets[i]);
        }
        return sum;
    }

    private void addCleanPenalty(INDArray clean, INDArray weightGradient, INDArray biasGradient) {
        INDArray cleanZ = clean.mmul(weights).addiRowVector(biases);
        INDArray cleanA = Nd4j.zeros(DataType.DOUBLE, a.shape());
        activation.value(cleanZ, cleanA);
        INDArray outputGradient = Nd4j.zeros(DataType.DOUBLE, a.shape());
        addPenalty(cleanA, outputGradient);
        INDArray delta = Nd4j.zeros(DataType.DOUBLE, cleanZ.shape());
        activation.backward(cleanZ, cleanA, outputGradient, delta);
        weightGradient.addi(clean.transpose().mmul(delta));
        biasGradient.addi(delta.sum(true, 0));
    }

    private void addPenalty(INDArray outputs, INDArray outputGradient) {
        spec.penalty()
                .filter(one -> one.appliesTo(activation))
                .ifPresent(penalty -> penalty.cost(layer, outputs, outputGradient));
    }

    @Override
    public double cost(float[] clean, float[] corrupted, int examples) {
        x = rows(corrupted, examples);
        z = x.mmul(weights).addiRowVector(biases);
        a = Nd4j.zeros(DataType.DOUBLE, examples, signs.length());
        activation.value(z, a);
        h = a.mulRowVector(signs);
        o = h.mmul(decoderWeights).addiRowVector(decoderBiases);
        target = Nd4j.zeros(DataType.DOUBLE, o.shape());
        spec.reconstruction().target(rows(clean, examples), spec.inputRange(), target);
        gradient = Nd4j.zeros(DataType.DOUBLE, o.shape());
        double sum = spec.reconstruction().cost(o, target, gradient);
        gradient.divi(examples);
        return sum;
    }

    private INDArray rows(float[] values, int examples) {
        int inputs = Math.toIntExact(weights.rows());
        return Nd4j.createFromArray(Arrays.copyOf(values, examples * inputs))
                .reshape(examples, inputs)
                .castTo(DataType.DOUBLE);
    }

    @Override
    public long zeros() {
        return Arrays.stream(Matrices.toDoubles(a))
                .filter(output -> output == 0)
                .count();
    }

    @Override
    public INDArray weights() {
        return weights.castTo(DataType.FLOAT);
    }

    @Override
    public INDArray biases() {
        return biases.castTo(DataType.FLOAT);
    }

    @Override
    public void close() {}
}
