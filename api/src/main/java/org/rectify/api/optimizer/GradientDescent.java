package org.rectify.api.optimizer;

/**
 * Plain gradient descent, {@code parameter -= learningRate * rateFactor * gradient}, and nothing else.
 *
 * <p>An optimizer that declares it lets the engine fuse the update with the gradient.
 *
 * @since 0.1
 */
public interface GradientDescent extends Optimizer {

    /** The step before the schedule's factor; finite and not negative. */
    double learningRate();

    @Override
    default ParameterUpdate begin(Parameter parameter) {
        return new PlainUpdate(learningRate());
    }
}
