package org.rectify.api.optimizer;

import java.util.List;

/**
 * An optimizer whose steps treat each number of a parameter by itself.
 *
 * <p>Its author writes {@link #update}, over ranges of plain arrays, and names what each number remembers; the array form
 * follows. The engine calls it where the weights live, from several threads at once for different ranges, and keeps, saves
 * and loads the memories.
 *
 * @since 0.2
 */
public interface ElementwiseOptimizer extends Optimizer {

    /** The names of what each number of a parameter remembers, in the order of {@code memories}; every memory begins at 0. */
    List<String> memories();

    /**
     * Makes one step for the numbers {@code [from, to)}. Allocates nothing.
     *
     * <p>What it does to a number depends on that number, its gradient, its memories and the step, not on where it lies.
     *
     * @param parameter whose numbers these are
     * @param values changed in place
     * @param gradients of the cost averaged over the minibatch, at the same places; may be overwritten
     * @param memories one array for each of {@link #memories()}, at the same places; changed in place
     * @param step its learning rate is to be multiplied by {@link Step#rateFactor()}
     */
    void update(
            Parameter parameter, float[] values, float[] gradients, float[][] memories, int from, int to, Step step);

    @Override
    default ParameterUpdate begin(Parameter parameter) {
        return new ElementwiseUpdate(this, parameter);
    }
}
