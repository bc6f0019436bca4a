package org.rectify.api.optimizer;

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
        return (values, gradient) -> values.subi(gradient.muli(learningRate()));
    }
}
