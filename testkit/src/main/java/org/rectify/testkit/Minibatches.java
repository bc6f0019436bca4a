package org.rectify.testkit;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;

/** An activation at work on whole minibatches. */
final class Minibatches {

    private Minibatches() {}

    /** The outputs, written over NaN so that none is left out. */
    static INDArray outputs(Activation activation, INDArray preActivations) {
        INDArray outputs = Nd4j.valueArrayOf(
                new long[] {preActivations.rows(), activation.outputs(preActivations.columns())},
                Double.NaN,
                preActivations.dataType());
        activation.value(preActivations, outputs);
        return outputs;
    }

    /** The gradients, written over NaN so that none is left out and none is added to what was there. */
    static INDArray gradients(
            Activation activation, INDArray preActivations, INDArray outputs, INDArray outputGradients) {
        INDArray gradients = Nd4j.valueArrayOf(preActivations.shape(), Double.NaN, preActivations.dataType());
        activation.backward(preActivations, outputs, outputGradients, gradients);
        return gradients;
    }

    /** The slope of the outputs' sum, weighted by their gradients, over one pre-activation. */
    static Slope slope(Activation activation, INDArray preActivations, INDArray outputGradients, int row, int unit) {
        double[] weights = Matrices.toDoubles(outputGradients);
        DoubleUnaryOperator cost = z -> {
            INDArray moved = preActivations.dup();
            moved.putScalar(row, unit, z);
            double[] outputs = Matrices.toDoubles(outputs(activation, moved));
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                sum += weights[i] * outputs[i];
            }
            return sum;
        };
        return Slope.of(cost, preActivations.getDouble(row, unit));
    }
}
