package org.rectify.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.dataset.Split;
import org.rectify.engine.config.ExperimentSpec;

/** What the cost of an example of each class is multiplied by. */
final class ClassWeights {

    private ClassWeights() {}

    /** As an experiment gives them, or so that every class that occurs weighs alike; empty where all examples count alike. */
    static List<Double> of(ExperimentSpec.FineTuning fineTuning, Split train, int classes) {
        if (!fineTuning.balancedClasses()) {
            return fineTuning.classWeights();
        }
        long[] examples = new long[classes];
        for (int row = 0; row < train.size(); row++) {
            examples[train.label(row)]++;
        }
        List<Double> weights = new ArrayList<>();
        for (long count : examples) {
            weights.add(count == 0 ? 0 : (double) train.size() / (classes * count));
        }
        return weights;
    }
}
