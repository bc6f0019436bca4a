package org.rectify.kernels.nd4j;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Parameters;

/**
 * A denoising auto-encoder in ND4J arrays, as the formulas stand in the paper (items 33 and 38-45).
 *
 * <p>Positions that are not drawn (item 92) are computed all the same, and weigh nothing.
 */
final class Nd4jAutoencoder implements DenoisingAutoencoder {

    private final AutoencoderDefinition definition;
    private final double learningRate;
    private final DataType type;
    private final Parameters parameters;
    private final INDArray signs;
    private Optional<RandomStream> stream = Optional.empty();
    private long zeros;
    private long multiplyAdds;

    Nd4jAutoencoder(AutoencoderDefinition definition, Parameters initial, double learningRate, DataType type) {
        this.definition = definition;
        this.learningRate = learningRate;
        this.type = type;
        this.parameters = definition.zeros(type);
        this.signs =
                Nd4j.createFromArray(definition.encoder().signs().toArray()).castTo(type);
        copyFrom(initial);
    }

    /** What a minibatch leaves on its way from corrupted inputs to the decoder, and what is to be rebuilt. */
    private record Pass(INDArray x, INDArray z, INDArray a, INDArray h, INDArray o, INDArray targets) {}

    @Override
    public AutoencoderDefinition definition() {
        return definition;
    }

    @Override
    public void drawFrom(RandomStream newStream) {
        stream = Optional.of(newStream);
    }

    @Override
    public double cost(float[] clean, float[] corrupted, int examples) {
        multiplyAdds = examples * definition.multiplyAdds(false);
        Pass pass = forward(clean, corrupted, examples);
        return definition
                .reconstruction()
                .cost(
                        pass.o(),
                        pass.targets(),
                        Nd4j.createUninitialized(type, pass.o().shape()));
    }

    @Override
    public double learn(float[] clean, float[] corrupted, int examples) {
        Pass pass = forward(clean, corrupted, examples);
        Parameters.Layer encoder = encoder();
        Parameters.Layer decoder = decoder();
        INDArray outputDelta = Nd4j.create(type, examples, definition.inputs());
        double cost = definition
                .sampling()
                .map(sampling -> cost(pass, draw(sampling, clean, corrupted, examples), outputDelta))
                .orElseGet(() -> definition.reconstruction().cost(pass.o(), pass.targets(), outputDelta));
        outputDelta.divi(examples);
        INDArray codeGradient = outputDelta.mmul(decoder.weights().transpose()).muliRowVector(signs);
        Optional<OutputPenalty> cleanPenalty = definition.penalty().filter(penalty -> definition.cleanPenalty());
        if (cleanPenalty.isEmpty()) {
            definition.penalty().ifPresent(penalty -> penalty.cost(definition.index(), pass.a(), codeGradient));
        }
        INDArray codeDelta = Nd4j.create(type, examples, definition.encoder().units());
        definition.encoder().activation().backward(pass.z(), pass.a(), codeGradient, codeDelta);
        INDArray encoderGradient = pass.x().transpose().mmul(codeDelta);
        INDArray biasGradient = codeDelta.sum(true, 0);
        INDArray decoderGradient = pass.h().transpose().mmul(outputDelta);
        cleanPenalty.ifPresent(
                penalty -> addCleanPenalty(penalty, array(clean, examples), encoderGradient, biasGradient));
        if (definition.tied()) {
            encoderGradient.addi(decoderGradient.transpose());
        } else {
            decoder.weights().subi(decoderGradient.muli(learningRate));
        }
        encoder.weights().subi(encoderGradient.muli(learningRate));
        encoder.biases().subi(biasGradient.muli(learningRate));
        decoder.biases().subi(outputDelta.sum(true, 0).muli(learningRate));
        tie();
        multiplyAdds = examples * definition.multiplyAdds(true);
        return cost;
    }

    /** What the cost of each position is multiplied by. */
    private float[] draw(ReconstructionSampling sampling, float[] clean, float[] corrupted, int examples) {
        RandomStream from = stream.orElseThrow(
                () -> new IllegalStateException("there is no stream that positions could be drawn from"));
        float[] weights = new float[examples * definition.inputs()];
        sampling.draw(clean, corrupted, weights.length, from, weights);
        return weights;
    }

    /** The weighted cost and, in {@code delta}, its gradient. */
    private double cost(Pass pass, float[] weights, INDArray delta) {
        ElementwiseReconstruction reconstruction = (ElementwiseReconstruction) definition.reconstruction();
        double[] o = Matrices.toDoubles(pass.o());
        double[] targets = Matrices.toDoubles(pass.targets());
        double[] gradient = new double[weights.length];
        double cost = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                cost += weights[i] * reconstruction.cost(o[i], targets[i]);
                gradient[i] = weights[i] * reconstruction.derivative(o[i], targets[i]);
            }
        }
        Matrices.fill(delta, gradient);
        return cost;
    }

    private Pass forward(float[] clean, float[] corrupted, int examples) {
        HiddenLayer encoder = definition.encoder();
        INDArray x = array(corrupted, examples);
        INDArray z = x.mmul(encoder().weights()).addiRowVector(encoder().biases());
        INDArray a = Nd4j.create(type, examples, encoder.outputs());
        encoder.activation().value(z, a);
        INDArray h = a.mulRowVector(signs);
        zeros = a.length()
                - Math.round(a.neq(0).castTo(DataType.DOUBLE).sumNumber().doubleValue());
        INDArray o = h.mmul(decoder().weights()).addiRowVector(decoder().biases());
        INDArray targets = Nd4j.create(type, examples, definition.inputs());
        definition.reconstruction().target(array(clean, examples), definition.inputRange(), targets);
        return new Pass(x, z, a, h, o, targets);
    }

    private INDArray array(float[] rows, int examples) {
        return Nd4j.createFromArray(Arrays.copyOf(rows, examples * definition.inputs()))
                .reshape(examples, definition.inputs())
                .castTo(type);
    }

    private void addCleanPenalty(OutputPenalty penalty, INDArray x, INDArray weightGradient, INDArray biasGradient) {
        int examples = Math.toIntExact(x.rows());
        INDArray z = x.mmul(encoder().weights()).addiRowVector(encoder().biases());
        INDArray a = Nd4j.create(type, examples, definition.outputs());
        definition.encoder().activation().value(z, a);
        INDArray gradient = Nd4j.create(type, a.shape());
        penalty.cost(definition.index(), a, gradient);
        INDArray delta = Nd4j.create(type, z.shape());
        definition.encoder().activation().backward(z, a, gradient, delta);
        weightGradient.addi(x.transpose().mmul(delta));
        biasGradient.addi(delta.sum(true, 0));
    }

    private Parameters.Layer encoder() {
        return parameters.layers().get(0);
    }

    private Parameters.Layer decoder() {
        return parameters.layers().get(1);
    }

    private void tie() {
        if (definition.tied()) {
            decoder().weights().assign(encoder().weights().transpose());
        }
    }

    @Override
    public long zeros() {
        return zeros;
    }

    @Override
    public long multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public void copyTo(Parameters snapshot) {
        snapshot.assign(parameters);
    }

    @Override
    public void copyFrom(Parameters snapshot) {
        parameters.assign(snapshot);
        tie();
    }

    @Override
    public void close() {}
}
