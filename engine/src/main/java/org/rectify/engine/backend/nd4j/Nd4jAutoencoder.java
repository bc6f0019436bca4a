package org.rectify.engine.backend.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.penalty.Penalty;
import org.rectify.engine.backend.DenoisingAutoencoder;
import org.rectify.engine.network.AutoencoderDefinition;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.Parameters;

/** A denoising auto-encoder in ND4J arrays, as the formulas stand in the paper (items 33 and 38-45). */
final class Nd4jAutoencoder implements DenoisingAutoencoder {

    private final AutoencoderDefinition definition;
    private final double learningRate;
    private final DataType type;
    private final Parameters parameters;
    private final INDArray signs;
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

    /** What a minibatch leaves on its way from corrupted inputs to the gradient of the reconstruction. */
    private record Pass(INDArray x, INDArray z, INDArray a, INDArray h, INDArray outputDelta, double cost) {}

    @Override
    public AutoencoderDefinition definition() {
        return definition;
    }

    @Override
    public double cost(float[] clean, float[] corrupted, int examples) {
        multiplyAdds = examples * definition.multiplyAdds(false);
        return forward(clean, corrupted, examples).cost();
    }

    @Override
    public double learn(float[] clean, float[] corrupted, int examples) {
        Pass pass = forward(clean, corrupted, examples);
        Parameters.Layer encoder = encoder();
        Parameters.Layer decoder = decoder();
        INDArray outputDelta = pass.outputDelta().divi(examples);
        INDArray codeGradient = outputDelta.mmul(decoder.weights().transpose()).muliRowVector(signs);
        definition.penalty().ifPresent(penalty -> addPenalty(penalty, pass.a(), codeGradient, examples));
        INDArray codeDelta = Nd4j.create(type, examples, definition.encoder().units());
        definition.encoder().activation().backward(pass.z(), pass.a(), codeGradient, codeDelta);
        INDArray encoderGradient = pass.x().transpose().mmul(codeDelta);
        INDArray decoderGradient = pass.h().transpose().mmul(outputDelta);
        if (definition.tied()) {
            encoderGradient.addi(decoderGradient.transpose());
        } else {
            decoder.weights().subi(decoderGradient.muli(learningRate));
        }
        encoder.weights().subi(encoderGradient.muli(learningRate));
        encoder.biases().subi(codeDelta.sum(true, 0).muli(learningRate));
        decoder.biases().subi(outputDelta.sum(true, 0).muli(learningRate));
        tie();
        multiplyAdds = examples * definition.multiplyAdds(true);
        return pass.cost();
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
        INDArray delta = Nd4j.create(type, examples, definition.inputs());
        double cost = definition.reconstruction().cost(o, targets, delta);
        return new Pass(x, z, a, h, delta, cost);
    }

    private INDArray array(float[] rows, int examples) {
        return Nd4j.createFromArray(Arrays.copyOf(rows, examples * definition.inputs()))
                .reshape(examples, definition.inputs())
                .castTo(type);
    }

    private void addPenalty(Penalty penalty, INDArray a, INDArray gradient, int examples) {
        double[] outputs = Matrices.toDoubles(a);
        double[] sum = Matrices.toDoubles(gradient);
        for (int i = 0; i < outputs.length; i++) {
            sum[i] += penalty.derivative(definition.index(), outputs[i]) / examples;
        }
        Matrices.fill(gradient, sum);
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
