package org.rectify.kernels.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.random.RandomStream;
import org.rectify.kernels.DropoutMask;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;

/** The arrays of one minibatch size, made once and overwritten by every minibatch. */
final class Nd4jWorkspace {

    final INDArray inputs;
    /** z of each hidden layer. */
    final List<INDArray> preActivations = new ArrayList<>();
    /** f(z) of each hidden layer. */
    final List<INDArray> activations = new ArrayList<>();
    /** f(z) with signs, and without what dropout leaves out, of each hidden layer; the same array as f(z) where nothing differs. */
    final List<INDArray> outputs = new ArrayList<>();
    /** Pre-activations of the output layer. */
    final INDArray scores;
    /** The gradient of the cost with respect to f(z) of each hidden layer. */
    final List<INDArray> outputGradients = new ArrayList<>();
    /** The gradient of the cost with respect to the pre-activations of each weight layer. */
    final List<INDArray> gradients = new ArrayList<>();
    /** What the output layer predicts, example after example. */
    double[] predictions = new double[0];

    private final NetworkDefinition network;
    private final int examples;
    private final DataType type;
    private final float[] rows;
    /** What the outputs of each hidden layer are multiplied by in a step; null where nothing is left out. */
    private final List<@Nullable INDArray> masks = new ArrayList<>();

    Nd4jWorkspace(NetworkDefinition network, int examples, DataType type) {
        this.network = network;
        this.examples = examples;
        this.type = type;
        inputs = Nd4j.zeros(type, examples, network.inputs());
        rows = new float[examples * network.inputs()];
        for (HiddenLayer layer : network.hidden()) {
            preActivations.add(Nd4j.zeros(type, examples, layer.units()));
            gradients.add(Nd4j.zeros(type, examples, layer.units()));
            INDArray activation = Nd4j.zeros(type, examples, layer.outputs());
            activations.add(activation);
            boolean same =
                    layer.signs().allPositive() && network.regularization().hiddenDropout(masks.size()) == 0;
            masks.add(null);
            outputs.add(same ? activation : Nd4j.zeros(type, examples, layer.outputs()));
            outputGradients.add(Nd4j.zeros(type, examples, layer.outputs()));
        }
        scores = Nd4j.zeros(type, examples, network.outputs());
        gradients.add(Nd4j.zeros(type, examples, network.outputs()));
    }

    /** Draws what a step leaves out. */
    void drawDropout(RandomStream stream) {
        for (int layer = 0; layer < masks.size(); layer++) {
            double rate = network.regularization().hiddenDropout(layer);
            if (rate > 0) {
                int width = network.hidden().get(layer).outputs();
                DropoutMask mask = new DropoutMask(rate, width, examples);
                mask.draw(stream, examples);
                masks.set(
                        layer,
                        Nd4j.createFromArray(mask.factors())
                                .reshape(examples, width)
                                .castTo(type));
            }
        }
    }

    /** Leaves nothing out any more. */
    void forgetDropout() {
        Collections.fill(masks, null);
    }

    /** Multiplies outputs of a layer, or the gradient with respect to them, by what is left of them. */
    void drop(int layer, INDArray outputs) {
        INDArray mask = masks.get(layer);
        if (mask != null) {
            outputs.muli(mask);
        }
    }

    void load(Minibatch batch) {
        if (!batch.isSparse()) {
            Matrices.fill(inputs, batch.dense());
            return;
        }
        Arrays.fill(rows, 0);
        for (int example = 0; example < batch.size(); example++) {
            for (int entry = batch.offsets()[example]; entry < batch.offsets()[example + 1]; entry++) {
                rows[example * batch.inputs() + batch.columns()[entry]] = batch.values()[entry];
            }
        }
        Matrices.fill(inputs, rows);
    }
}
