package org.rectify.engine.run;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.engine.training.TrainingListener;
import org.rectify.kernels.Backend;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** The hidden layers of a network under pre-training, over its parameters (items 37 and 47). */
final class NetworkStack implements PretrainingStack {

    private static final int MINIBATCH_SIZE = 100;
    private static final GradientDescent STANDSTILL = () -> 0;

    private final NetworkDefinition network;
    private final Parameters parameters;
    private final Backend backend;
    private final Examples examples;
    private final Initializer initializer;
    private final RandomStreams random;
    private final TrainingListener listener;

    /**
     * What a stack learns from.
     *
     * @param train the inputs of all training examples, labelled or not
     * @param validation the inputs held out
     * @param range holds every input
     */
    record Examples(Features train, Features validation, OutputRange range) {}

    NetworkStack(
            NetworkDefinition network,
            Parameters parameters,
            Backend backend,
            Examples examples,
            Initializer initializer,
            RandomStreams random,
            TrainingListener listener) {
        this.network = network;
        this.parameters = parameters;
        this.backend = backend;
        this.examples = examples;
        this.initializer = initializer;
        this.random = random;
        this.listener = listener;
    }

    @Override
    public int layers() {
        return network.hidden().size();
    }

    @Override
    public int units(int layer) {
        return network.hidden().get(layer).units();
    }

    @Override
    public Activation activation(int layer) {
        return network.hidden().get(layer).activation();
    }

    @Override
    public INDArray signs(int layer) {
        return Nd4j.createFromArray(network.hidden().get(layer).signs().toArray());
    }

    @Override
    public INDArray weights(int layer) {
        return parameters.layers().get(layer).weights().dup();
    }

    @Override
    public INDArray biases(int layer) {
        return parameters.layers().get(layer).biases().dup();
    }

    @Override
    public void replace(int layer, INDArray weights, INDArray biases) {
        parameters.layers().get(layer).weights().assign(weights);
        parameters.layers().get(layer).biases().assign(biases);
    }

    @Override
    public Features inputs(int layer) {
        return outputsBelow(layer, examples.train());
    }

    @Override
    public Features outputs(int layer) {
        return outputsBelow(layer + 1, examples.train());
    }

    @Override
    public Features validationInputs(int layer) {
        return outputsBelow(layer, examples.validation());
    }

    @Override
    public OutputRange inputRange(int layer) {
        if (layer == 0) {
            return examples.range();
        }
        return network.hidden().get(layer - 1).activation().range();
    }

    @Override
    public RandomStreams random() {
        return random;
    }

    @Override
    public Autoencoder autoencoder(int layer, AutoencoderSpec spec) {
        HiddenLayer encoder = network.hidden().get(layer);
        if (spec.tied() && encoder.units() != encoder.outputs()) {
            throw new RectifyException(
                    Category.USER,
                    "pretraining of layer " + (layer + 1) + ": weights cannot be tied, as " + encoder.units()
                            + " units have " + encoder.outputs() + " outputs; accepted: tied = false");
        }
        if (spec.sampling().isPresent()
                && (spec.tied() || !(spec.reconstruction() instanceof ElementwiseReconstruction))) {
            throw new RectifyException(
                    Category.USER,
                    "pretraining of layer " + (layer + 1)
                            + ": positions to be rebuilt cannot be drawn where weights are"
                            + " tied or units depend on each other; accepted: tied = false, and an element-wise reconstruction");
        }
        AutoencoderDefinition definition = new AutoencoderDefinition(
                encoder,
                layer,
                spec.inputRange(),
                spec.reconstruction(),
                spec.tied(),
                spec.penalty(),
                spec.cleanPenalty(),
                spec.sampling());
        Parameters initial = definition.zeros(DataType.FLOAT);
        initial.layers().get(0).weights().assign(parameters.layers().get(layer).weights());
        initial.layers().get(0).biases().assign(parameters.layers().get(layer).biases());
        initializer.fill(initial.layers().get(1).weights(), random.stream("init/decoder-" + (layer + 1)));
        return backend.createAutoencoder(definition, initial, spec.learningRate(), spec.minibatchSize());
    }

    @Override
    public void report(LayerProgress progress) {
        listener.layerMeasured(progress);
    }

    @Override
    public void chosen(LayerProgress progress) {
        listener.layerPretrained(progress);
    }

    /** The clean outputs of the layers below one, computed with their present parameters. */
    private Features outputsBelow(int layer, Features inputs) {
        if (layer == 0) {
            return inputs;
        }
        List<HiddenLayer> below = network.hidden().subList(0, layer);
        int width = below.get(layer - 1).outputs();
        NetworkDefinition part = NetworkDefinition.classifier(network.inputs(), below, 1);
        Parameters partial = Parameters.zeros(part, DataType.FLOAT);
        for (int i = 0; i < layer; i++) {
            partial.layers().get(i).weights().assign(parameters.layers().get(i).weights());
            partial.layers().get(i).biases().assign(parameters.layers().get(i).biases());
        }
        Split split = new LabelledSplit(inputs, row -> 0);
        float[] outputs = new float[Math.multiplyExact(inputs.rows(), width)];
        try (NeuralNetwork lower = backend.create(part, partial, STANDSTILL, MINIBATCH_SIZE)) {
            Minibatch batch = Minibatch.forExamplesOf(inputs, Math.min(inputs.rows(), MINIBATCH_SIZE));
            for (int first = 0; first < inputs.rows(); first += MINIBATCH_SIZE) {
                batch.gather(split, first, Math.min(MINIBATCH_SIZE, inputs.rows() - first));
                float[] hidden = Matrices.toFloats(lower.observe(batch).hidden(layer - 1));
                System.arraycopy(hidden, 0, outputs, first * width, hidden.length);
            }
        }
        return new FloatFeatures(outputs, width);
    }
}
