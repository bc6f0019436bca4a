package org.rectify.plugin.training.metric;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.Require;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.Observation;

/** The fraction of examples whose class is not among the k most probable ones; with k = 1 the error rate. */
final class TopKError implements MetricFactory<TopKError.Options> {

    /** How many answers an example has. */
    record Options(
            @Describe(
                    value = "How many of the most probable classes count as an answer; at most as many as there are.",
                    range = "[1, inf)",
                    source = "Russakovsky et al., 2015")
            int k) {

        Options {
            Require.in("k", k, "[1, inf)");
        }
    }

    @Override
    public String name() {
        return "top-k-error";
    }

    @Override
    public String summary() {
        return "The fraction of examples whose class is not among the k most probable ones.";
    }

    @Override
    public String source() {
        return "Russakovsky et al., International Journal of Computer Vision, 2015";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public List<Objection> check(Options options, ExperimentFacts facts) {
        List<Objection> objections = new ArrayList<>(Tasks.require(Task.CLASSIFICATION, facts));
        facts.data()
                .map(data -> data.classes().size())
                .filter(classes -> classes > 0 && classes < options.k())
                .ifPresent(classes -> objections.add(new Objection(
                        "k", options.k() + " most probable of " + classes + " classes", "from 1 to " + classes)));
        return objections;
    }

    @Override
    public Metric create(Options options, ComponentContext context) {
        return new MeanOverExamples(
                new MetricDescription("top-" + options.k() + " error", Unit.EXAMPLES, Direction.LOWER),
                (dataset, batch, example) ->
                        rank(batch, example, dataset.classes().size()) < options.k() ? 0 : 1);
    }

    /** How many classes come before the true one: of equals those before it, and all of them where it has no probability. */
    private static int rank(Observation batch, int example, int classes) {
        int label = batch.label(example);
        double own = batch.logProbability(example, label);
        int rank = 0;
        for (int other = 0; other < classes; other++) {
            double probability = batch.logProbability(example, other);
            boolean behind = other < label ? probability < own : probability <= own;
            rank += behind ? 0 : 1;
        }
        return rank;
    }
}
