package org.rectify.testkit;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;

/**
 * An optimizer of whole arrays whose parts a test replaces by wrong ones; as it is, steps along a mean of gradients, none of them
 * longer than 0.1.
 */
class ParameterwideDescent implements Optimizer {

    @Override
    public ParameterUpdate begin(Parameter parameter) {
        return new Update(Nd4j.zeros(parameter.rows(), parameter.columns()));
    }

    static class Update implements ParameterUpdate {

        private final INDArray mean;

        Update(INDArray mean) {
            this.mean = mean;
        }

        @Override
        public void apply(INDArray parameter, INDArray gradient, Step step) {
            mean.muli(0.5).addi(gradient);
            double length = mean.norm2Number().doubleValue();
            double rate = step.rateFactor() * Math.min(0.1, 0.1 / Math.max(1e-30, length));
            parameter.subi(mean.mul(rate));
        }

        @Override
        public Map<String, INDArray> state() {
            return Map.of("mean", mean.dup());
        }

        @Override
        public void restore(Map<String, INDArray> state) {
            INDArray saved = state.get("mean");
            if (saved == null || state.size() != 1) {
                throw new IllegalArgumentException("must hold mean, holds " + state.keySet());
            }
            mean.assign(saved);
        }
    }
}
