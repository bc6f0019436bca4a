package org.rectify.testkit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/** A whole-minibatch activation: the larger of each two neighbours. */
class PairMaximum implements Activation {

    @Override
    public int outputs(int units) {
        return units / 2;
    }

    @Override
    public void value(INDArray preActivations, INDArray outputs) {
        double[] z = Matrices.toDoubles(preActivations);
        double[] a = new double[z.length / 2];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(z[2 * i], z[2 * i + 1]);
        }
        Matrices.fill(outputs, a);
    }

    @Override
    public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        double[] z = Matrices.toDoubles(preActivations);
        double[] outputGradient = Matrices.toDoubles(outputGradients);
        double[] gradient = new double[z.length];
        for (int i = 0; i < outputGradient.length; i++) {
            gradient[z[2 * i] >= z[2 * i + 1] ? 2 * i : 2 * i + 1] = outputGradient[i];
        }
        Matrices.fill(gradients, gradient);
    }

    @Override
    public OutputRange range() {
        return OutputRange.REAL;
    }
}
