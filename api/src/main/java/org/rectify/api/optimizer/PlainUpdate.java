package org.rectify.api.optimizer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The array form of plain gradient descent. */
record PlainUpdate(double learningRate) implements ParameterUpdate {

    @Override
    public void apply(INDArray parameter, INDArray gradient, Step step) {
        double rate = learningRate * step.rateFactor();
        boolean alikeInMemory =
                parameter.ordering() == gradient.ordering() && !parameter.isView() && !gradient.isView();
        if (alikeInMemory) {
            descend(parameter, gradient, rate);
        } else {
            INDArray moved = parameter.dup('c');
            descend(moved, gradient.dup('c'), rate);
            parameter.assign(moved);
        }
    }

    /** BLAS takes elements as they lie in memory. */
    private static void descend(INDArray parameter, INDArray gradient, double rate) {
        Nd4j.getBlasWrapper().level1().axpy(parameter.length(), -rate, gradient, parameter);
    }
}
