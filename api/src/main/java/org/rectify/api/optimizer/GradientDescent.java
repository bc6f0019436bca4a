package org.rectify.api.optimizer;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Plain gradient descent, {@code parameter -= learningRate * gradient}, and nothing else.
 *
 * <p>An optimizer that declares it lets the engine fuse the update with the gradient.
 */
public interface GradientDescent extends Optimizer {

    /** The constant step, not negative. */
    double learningRate();

    @Override
    default ParameterUpdate begin(String parameter, int length) {
        return (values, gradient) ->
                Nd4j.getBlasWrapper().level1().axpy(values.length(), -learningRate(), gradient, values);
    }
}
