package org.rectify.study.plan;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.config.ResolvedExperiment;

/**
 * What planning needs to know of a data set.
 *
 * @param info what it says of itself
 * @param train labelled training examples
 * @param validation examples that choices are made by
 * @param unlabelled examples that pre-training learns from, the labelled ones among them
 */
public record PlannedData(DatasetInfo info, int train, int validation, int unlabelled) {

    /** The facts of a data set. */
    static PlannedData of(Dataset dataset) {
        int train = dataset.train().size();
        return new PlannedData(
                dataset.info(),
                train,
                dataset.validation().size(),
                dataset.unlabelled().map(features -> train + features.rows()).orElse(train));
    }

    /** The description of an experiment's data set: the same for the same data, but for what depends on the seed. */
    public static String key(ResolvedExperiment experiment) {
        return ConfigFactory.parseString(experiment.text()).getValue("dataset").render(ConfigRenderOptions.concise());
    }
}
