package org.rectify.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * Hidden layers of one activation in memory, which remember what is done to them: for checks of pre-training methods.
 *
 * @since 0.1
 */
public final class InMemoryStack implements PretrainingStack {

    private final Activation activation;
    private final Inputs inputs;
    private final RandomStreams random;
    private final List<INDArray> weights = new ArrayList<>();
    private final List<INDArray> biases = new ArrayList<>();
    private final List<INDArray> signs = new ArrayList<>();
    private final List<LayerProgress> reports = new ArrayList<>();
    private final List<LayerProgress> choices = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** Something that a method did with a layer. */
    public sealed interface Event {

        /** The layer, from 0. */
        int layer();
    }

    /** Its inputs were asked for, be it of training or held out. */
    public record Reading(int layer) implements Event {}

    /**
     * Its parameters were replaced.
     *
     * @param changing whether a bit of them is another one now
     */
    public record Replacement(int layer, boolean changing) implements Event {}

    /**
     * What the first layer learns from.
     *
     * @param train rows without padding, one after another; handed out without a copy, so that writing to them is seen
     * @param validation likewise
     * @param columns of each row
     * @param range holds all of them
     */
    public record Inputs(float[] train, float[] validation, int columns, OutputRange range) {}

    /**
     * Layers with weights in (-0.5, 0.5), biases zero, and positive signs.
     *
     * @param units of each layer from the first; may be empty
     */
    public InMemoryStack(Activation activation, Inputs inputs, RandomStreams random, List<Integer> units) {
        this.activation = activation;
        this.inputs = inputs;
        this.random = random;
        int below = inputs.columns();
        for (int layer = 0; layer < units.size(); layer++) {
            weights.add(uniform(below, units.get(layer), random.stream("init/layer-" + (layer + 1))));
            biases.add(Nd4j.zeros(DataType.FLOAT, 1, units.get(layer)));
            below = activation.outputs(units.get(layer));
            signs.add(Nd4j.ones(DataType.FLOAT, 1, below));
        }
    }

    private static INDArray uniform(int rows, int columns, RandomStream stream) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = stream.nextFloat() - 0.5f;
        }
        return Nd4j.createFromArray(values).reshape(rows, columns);
    }

    /** Negates every other output of a layer. */
    public void negateHalf(int layer) {
        for (int output = 1; output < signs.get(layer).length(); output += 2) {
            signs.get(layer).putScalar(0, output, -1);
        }
    }

    /** What was read and replaced, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** What was reported, in order. */
    public List<LayerProgress> reports() {
        return List.copyOf(reports);
    }

    /** What was chosen, in order. */
    public List<LayerProgress> choices() {
        return List.copyOf(choices);
    }

    @Override
    public int layers() {
        return weights.size();
    }

    @Override
    public int units(int layer) {
        return Math.toIntExact(weights.get(layer).columns());
    }

    @Override
    public Activation activation(int layer) {
        return activation;
    }

    @Override
    public INDArray signs(int layer) {
        return signs.get(layer).dup();
    }

    @Override
    public INDArray weights(int layer) {
        return weights.get(layer).dup();
    }

    @Override
    public INDArray biases(int layer) {
        return biases.get(layer).dup();
    }

    /**
     * Replaces the parameters of a layer.
     *
     * @throws IllegalArgumentException when they are of another shape
     */
    @Override
    public void replace(int layer, INDArray newWeights, INDArray newBiases) {
        refuseAnotherShape("weights", layer, weights.get(layer), newWeights);
        refuseAnotherShape("biases", layer, biases.get(layer), newBiases);
        float[] before = parameters(layer);
        weights.get(layer).assign(newWeights);
        biases.get(layer).assign(newBiases);
        events.add(new Replacement(layer, !Arrays.equals(before, parameters(layer))));
    }

    private static void refuseAnotherShape(String what, int layer, INDArray present, INDArray replacement) {
        if (!Arrays.equals(present.shape(), replacement.shape())) {
            throw new IllegalArgumentException(what + " of layer " + layer + " must be of shape "
                    + Arrays.toString(present.shape()) + ", not " + Arrays.toString(replacement.shape()));
        }
    }

    @Override
    public Features inputs(int layer) {
        events.add(new Reading(layer));
        return outputsBelow(layer, inputs.train());
    }

    @Override
    public Features outputs(int layer) {
        return outputsBelow(layer + 1, inputs.train());
    }

    @Override
    public Features validationInputs(int layer) {
        events.add(new Reading(layer));
        return outputsBelow(layer, inputs.validation());
    }

    private Features outputsBelow(int layer, float[] rows) {
        if (layer == 0) {
            return new FloatFeatures(rows, inputs.columns());
        }
        INDArray h = Nd4j.createFromArray(rows).reshape(rows.length / inputs.columns(), inputs.columns());
        for (int below = 0; below < layer; below++) {
            INDArray z = h.mmul(weights.get(below)).addiRowVector(biases.get(below));
            h = Nd4j.zeros(DataType.FLOAT, z.rows(), signs.get(below).length());
            activation.value(z, h);
            h.muliRowVector(signs.get(below));
        }
        return new FloatFeatures(Matrices.toFloats(h), Math.toIntExact(h.columns()));
    }

    @Override
    public OutputRange inputRange(int layer) {
        return layer == 0 ? inputs.range() : activation.range();
    }

    @Override
    public RandomStreams random() {
        return random;
    }

    @Override
    public Autoencoder autoencoder(int layer, AutoencoderSpec spec) {
        int outputs = Math.toIntExact(signs.get(layer).length());
        int columns = Math.toIntExact(weights.get(layer).rows());
        INDArray decoder = uniform(outputs, columns, random.stream("init/decoder-" + (layer + 1)));
        return new PlainAutoencoder(
                spec, layer, activation, signs.get(layer), weights.get(layer), biases.get(layer), decoder);
    }

    @Override
    public void report(LayerProgress progress) {
        reports.add(progress);
    }

    @Override
    public void chosen(LayerProgress progress) {
        choices.add(progress);
    }

    /** The weights of a layer in row order, and its biases after them: to be compared bit by bit. */
    public float[] parameters(int layer) {
        return Matrices.toFloats(Nd4j.concat(0, weights.get(layer), biases.get(layer)));
    }

    /** All parameters, layer by layer, weights before biases: to be compared bit by bit. */
    public List<float[]> parameters() {
        List<float[]> all = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            all.add(Matrices.toFloats(weights.get(layer)));
            all.add(Matrices.toFloats(biases.get(layer)));
        }
        return all;
    }
}
