package org.rectify.api.optimizer;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Plain gradient descent, {@code parameter -= learningRate * rateFactor * gradient}, and nothing else.
 *
 * <p>An optimizer that declares it lets the engine fuse the update with the gradient.
 */
public interface GradientDescent extends Optimizer {

    /** The step before the schedule's factor; finite and not negative. */
    double learningRate();

    @Override
    default ParameterUpdate begin(Parameter parameter) {
        return (values, gradient, step) -> Nd4j.getBlasWrapper()
                .level1()
                .axpy(values.length(), -learningRate() * step.rateFactor(), gradient, values);
    }
}
