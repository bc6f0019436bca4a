package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.metric.Observation;

/** The value of the predicted class in expectation, such as stars (paper, section 4.2; item 66). */
final class ExpectedValue {

    private ExpectedValue() {}

    static double of(Observation batch, int example, List<Double> classValues) {
        double expected = 0;
        for (int label = 0; label < classValues.size(); label++) {
            expected += classValues.get(label) * Math.exp(batch.logProbability(example, label));
        }
        return expected;
    }
}
