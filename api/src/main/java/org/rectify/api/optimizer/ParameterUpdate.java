package org.rectify.api.optimizer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The learning of one parameter array; may remember earlier gradients. */
public interface ParameterUpdate {

    /**
     * Makes one step.
     *
     * @param parameter changed in place
     * @param gradient of the cost averaged over the minibatch, the same shape; may be overwritten
     */
    void apply(INDArray parameter, INDArray gradient);
}
