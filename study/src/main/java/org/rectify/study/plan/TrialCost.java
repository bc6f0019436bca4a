package org.rectify.study.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import java.util.ArrayList;
import java.util.List;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.ResolvedExperiment;

/**
 * How much there is to compute in a run, all epochs and no zeros counted (section 12.1 of the specification).
 *
 * @param pretraining floating-point operations
 * @param fineTuning floating-point operations
 */
public record TrialCost(double pretraining, double fineTuning) {

    private static final int DEFAULT_EPOCHS = 30;

    /** The work of a run on a data set. */
    public static TrialCost of(ResolvedExperiment experiment, PlannedData data) {
        ExperimentSpec spec = experiment.spec();
        Config text = ConfigFactory.parseString(experiment.text());
        List<Integer> sizes = new ArrayList<>(spec.network().hidden());
        sizes.add(0, data.info().inputs());
        double layers = 0;
        double pretraining = 0;
        for (int layer = 1; layer < sizes.size(); layer++) {
            double weights = (double) sizes.get(layer - 1) * sizes.get(layer);
            layers += (layer == 1 ? 4 : 6) * weights;
            pretraining += 10 * weights * epochs(text, layer - 1);
        }
        layers += 6.0
                * sizes.get(sizes.size() - 1)
                * spec.network().output().on(data.info()).units();
        boolean pretrains = !text.getString("pretraining.type").equals("none");
        double examples = spec.fineTuning().epochs() * (labelled(spec, data, text) + data.validation() / 3.0);
        return new TrialCost(pretrains ? pretraining * rates(text) * data.unlabelled() : 0, layers * examples);
    }

    private static double labelled(ExperimentSpec spec, PlannedData data, Config text) {
        double pool = spec.crossValidation()
                .map(fold -> (data.train() + data.validation()) * (1 - 1.0 / fold.folds()))
                .orElse((double) data.train());
        String fraction = "fine-tuning.label-fraction";
        return pool * (text.hasPath(fraction) ? text.getDouble(fraction) : 1);
    }

    /** The options of the paper's pre-training; another method's may be called otherwise, and are then guessed. */
    private static double epochs(Config text, int layer) {
        String path = "pretraining.epochs";
        if (!text.hasPath(path)) {
            return DEFAULT_EPOCHS;
        }
        if (text.getValue(path) instanceof ConfigList list) {
            return text.getDoubleList(path).get(Math.min(layer, list.size() - 1));
        }
        return text.getDouble(path);
    }

    private static double rates(Config text) {
        String path = "pretraining.learning-rates";
        return text.hasPath(path) ? Math.max(1, text.getList(path).size()) : 1;
    }

    /** All of it. */
    public double total() {
        return pretraining + fineTuning;
    }
}
