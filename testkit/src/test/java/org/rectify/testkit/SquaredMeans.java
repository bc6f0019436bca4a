package org.rectify.testkit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.penalty.OutputPenalty;

/** A penalty on whole minibatches whose parts a test replaces by wrong ones; as it is, the square of each unit's mean output. */
class SquaredMeans implements OutputPenalty {

    @Override
    public double cost(int layer, INDArray outputs, INDArray gradients) {
        int units = outputs.columns();
        double[] means = Matrices.toDoubles(outputs.mean(0));
        double[] sum = Matrices.toDoubles(gradients);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += 2 * (1 + layer) * means[i % units] / outputs.rows();
        }
        Matrices.fill(gradients, sum);
        double cost = 0;
        for (double mean : means) {
            cost += (1 + layer) * mean * mean;
        }
        return cost;
    }
}
