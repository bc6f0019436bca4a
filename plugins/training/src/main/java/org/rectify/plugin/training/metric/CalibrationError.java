package org.rectify.plugin.training.metric;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/**
 * The expected calibration error: how far the probability of the class told is from the fraction of examples told rightly, in
 * bins of that probability, each weighted by its examples (Guo et al., 2017, equation 3).
 */
final class CalibrationError implements MetricFactory<CalibrationError.Options> {

    /** Into how many bins probabilities are parted. */
    record Options(
            @Describe(
                    value = "Equally wide bins from 0 to 1; each holds its upper end.",
                    defaultsTo = "15",
                    range = "[1, 1000000]",
                    source = "Guo et al., 2017")
            int bins) {

        Options {
            Require.in("bins", bins, "[1, 1000000]");
        }
    }

    @Override
    public String name() {
        return "calibration-error";
    }

    @Override
    public String summary() {
        return "How far probabilities of the classes told are from the fraction told rightly: the expected calibration error.";
    }

    @Override
    public String source() {
        return "Guo et al., ICML, 2017, equation 3";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public List<Objection> check(Options options, ExperimentFacts facts) {
        return Tasks.require(Task.CLASSIFICATION, facts);
    }

    @Override
    public Metric create(Options options, ComponentContext context) {
        return new Expected(options.bins());
    }

    private record Expected(int bins) implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("calibration error", Unit.FRACTION, Direction.LOWER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new Bins(bins);
        }
    }

    private static final class Bins implements MetricAccumulator {

        /** Of each bin: the sum of its probabilities minus the number of its examples told rightly. */
        private final double[] excess;

        private long examples;

        Bins(int bins) {
            excess = new double[bins];
        }

        @Override
        public void observe(Observation batch) {
            for (int example = 0; example < batch.size(); example++) {
                int told = batch.predicted(example);
                double probability = Math.min(1, Math.exp(batch.logProbability(example, told)));
                excess[bin(probability)] += probability - (told == batch.label(example) ? 1 : 0);
            }
            examples += batch.size();
        }

        private int bin(double probability) {
            return Math.max(0, (int) Math.ceil(probability * excess.length) - 1);
        }

        /** A bin's distance times its share of the examples is its excess by all examples. */
        @Override
        public MetricValue value() {
            double sum = 0;
            for (double ofBin : excess) {
                sum += Math.abs(ofBin);
            }
            return MetricValue.of(sum / examples);
        }
    }
}
