package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;

/** A probability for each class, and the negative log-likelihood of the true one (paper, section 4.1; items 13 and 16). */
final class Softmax implements OutputFactory<NoOptions> {

    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public String summary() {
        return "A probability for each class; costs the negative logarithm of that of the true class.";
    }

    @Override
    public String source() {
        return "section 4.1, items 13 and 16";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public List<Objection> check(NoOptions options, ExperimentFacts facts) {
        return facts.data().filter(data -> data.classes().isEmpty()).isPresent()
                ? List.of(Objection.of("the data set has numbers to be told, no classes", "output = linear"))
                : List.of();
    }

    @Override
    public Output create(NoOptions options, ComponentContext context) {
        return new Probabilities();
    }

    private static final class Probabilities implements Output {

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public List<String> metrics() {
            return List.of("error-rate", "negative-log-likelihood", "sparsity");
        }

        @Override
        public OutputLayer on(DatasetInfo dataset) {
            if (dataset.classes().isEmpty()) {
                throw new DataException("network.output = softmax: data set " + dataset.name()
                        + " has numbers to be told, no classes; accepted: output = linear");
            }
            return new SoftmaxLayer(dataset.classes().size());
        }
    }
}
