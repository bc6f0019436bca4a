package org.rectify.testkit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;

/** An initializer whose parts a test replaces by wrong ones; as it is, normally distributed, of variance 1 / inputs. */
class Bell implements Initializer {

    @Override
    public void fill(INDArray weights, RandomStream random) {
        double[] values = new double[Math.toIntExact(weights.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian() / Math.sqrt(weights.rows());
        }
        Matrices.fill(weights, values);
    }
}
