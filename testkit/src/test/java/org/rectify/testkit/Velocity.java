package org.rectify.testkit;

import java.util.List;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.Step;

/** An element-wise optimizer whose parts a test replaces by wrong ones; as it is, gradient descent with momentum. */
class Velocity implements ElementwiseOptimizer {

    @Override
    public List<String> memories() {
        return List.of("velocity");
    }

    @Override
    public void update(
            Parameter parameter, float[] values, float[] gradients, float[][] memories, int from, int to, Step step) {
        float rate = (float) (0.05 * step.rateFactor());
        float[] velocity = memories[0];
        for (int i = from; i < to; i++) {
            velocity[i] = 0.9f * velocity[i] + gradients[i];
            values[i] -= rate * velocity[i];
        }
    }
}
