package org.rectify.engine.backend.vector;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.Matrices;
import org.rectify.engine.network.HiddenLayer;

/**
 * The activation of a hidden layer over padded heap rows: in place where it is element-wise, through staging arrays where it
 * needs a whole minibatch.
 */
final class LayerActivation {

    private final HiddenLayer layer;
    private final Activation activation;
    private final int unitStride;
    private final int outputStride;

    /**
     * @param unitStride distance between rows of pre-activations
     * @param outputStride distance between rows of outputs
     */
    LayerActivation(HiddenLayer layer, int unitStride, int outputStride) {
        this.layer = layer;
        this.activation = layer.activation();
        this.unitStride = unitStride;
        this.outputStride = outputStride;
    }

    /** Outputs before the sign mask. */
    void value(float[] z, int examples, float[] a) {
        if (activation instanceof ElementwiseActivation elementwise && unitStride == outputStride) {
            for (int example = 0; example < examples; example++) {
                int row = example * unitStride;
                elementwise.value(z, row, row + layer.units(), a);
            }
        } else {
            INDArray outputs = Nd4j.create(DataType.FLOAT, examples, layer.outputs());
            activation.value(staged(z, examples, layer.units(), unitStride), outputs);
            unstage(outputs, a, layer.outputs(), outputStride);
        }
    }

    /**
     * Gradients with respect to pre-activations.
     *
     * @param outputGradients with respect to outputs before the sign mask; overwritten
     * @param gradients overwritten; may be the same array where rows are as long
     */
    void backward(float[] z, float[] a, int examples, float[] outputGradients, float[] gradients) {
        if (activation instanceof ElementwiseActivation elementwise && unitStride == outputStride) {
            for (int example = 0; example < examples; example++) {
                int row = example * unitStride;
                elementwise.multiplyByDerivative(z, a, row, row + layer.units(), outputGradients);
            }
            if (gradients != outputGradients) {
                System.arraycopy(outputGradients, 0, gradients, 0, examples * unitStride);
            }
        } else {
            INDArray result = Nd4j.create(DataType.FLOAT, examples, layer.units());
            activation.backward(
                    staged(z, examples, layer.units(), unitStride),
                    staged(a, examples, layer.outputs(), outputStride),
                    staged(outputGradients, examples, layer.outputs(), outputStride),
                    result);
            unstage(result, gradients, layer.units(), unitStride);
        }
    }

    /** Padded rows as an array without padding. */
    static INDArray staged(float[] rows, int examples, int width, int stride) {
        float[] dense = new float[examples * width];
        for (int example = 0; example < examples; example++) {
            System.arraycopy(rows, example * stride, dense, example * width, width);
        }
        return Nd4j.createFromArray(dense).reshape(examples, width);
    }

    private static void unstage(INDArray array, float[] rows, int width, int stride) {
        float[] dense = Matrices.toFloats(array);
        for (int example = 0; example < dense.length / width; example++) {
            System.arraycopy(dense, example * width, rows, example * stride, width);
        }
    }
}
