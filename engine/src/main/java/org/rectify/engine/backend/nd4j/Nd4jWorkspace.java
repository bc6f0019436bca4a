package org.rectify.engine.backend.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.NetworkDefinition;

/** The arrays of one minibatch size, made once and overwritten by every minibatch. */
final class Nd4jWorkspace {

    final INDArray inputs;
    /** z of each hidden layer. */
    final List<INDArray> preActivations = new ArrayList<>();
    /** f(z) of each hidden layer. */
    final List<INDArray> activations = new ArrayList<>();
    /** f(z) with signs of each hidden layer; the same array as f(z) where no output is negated. */
    final List<INDArray> outputs = new ArrayList<>();
    /** Pre-activations of the output layer. */
    final INDArray scores;
    /** The gradient of the cost with respect to f(z) of each hidden layer. */
    final List<INDArray> outputGradients = new ArrayList<>();
    /** The gradient of the cost with respect to the pre-activations of each weight layer. */
    final List<INDArray> gradients = new ArrayList<>();
    /** Log-probabilities of each class, example after example. */
    double[] logProbabilities = new double[0];

    private final float[] rows;

    Nd4jWorkspace(NetworkDefinition network, int examples, DataType type) {
        inputs = Nd4j.zeros(type, examples, network.inputs());
        rows = new float[examples * network.inputs()];
        for (HiddenLayer layer : network.hidden()) {
            preActivations.add(Nd4j.zeros(type, examples, layer.units()));
            gradients.add(Nd4j.zeros(type, examples, layer.units()));
            INDArray activation = Nd4j.zeros(type, examples, layer.outputs());
            activations.add(activation);
            outputs.add(layer.signs().allPositive() ? activation : Nd4j.zeros(type, examples, layer.outputs()));
            outputGradients.add(Nd4j.zeros(type, examples, layer.outputs()));
        }
        scores = Nd4j.zeros(type, examples, network.classes());
        gradients.add(Nd4j.zeros(type, examples, network.classes()));
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
