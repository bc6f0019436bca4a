package org.rectify.plugin.training;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/**
 * The fraction of hidden outputs that are exactly zero, layers weighted by their outputs (paper, sections 4.1 and 4.2;
 * item 24); of the inputs where there is no hidden layer.
 */
final class Sparsity implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "sparsity";
    }

    @Override
    public String summary() {
        return "The fraction of hidden outputs that are exactly zero, over all layers and of each; "
                + "of the inputs where there is no hidden layer.";
    }

    @Override
    public String source() {
        return "sections 4.1 and 4.2, item 24";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Metric create(NoOptions options, ComponentContext context) {
        return new ExactZeros();
    }

    private static final class ExactZeros implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("sparsity", Unit.FRACTION, Direction.NEITHER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new Counts();
        }
    }

    private static final class Counts implements MetricAccumulator {

        private final List<Fraction> layers = new ArrayList<>();
        private final Fraction inputs = new Fraction();

        @Override
        public void observe(Observation batch) {
            for (int layer = 0; layer < batch.hiddenLayers(); layer++) {
                if (layer == layers.size()) {
                    layers.add(new Fraction());
                }
                layers.get(layer).add(batch.zeros(layer), (long) batch.size() * batch.hiddenOutputs(layer));
            }
            inputs.add(batch.inputZeros(), (long) batch.size() * batch.inputs());
        }

        @Override
        public MetricValue value() {
            if (layers.isEmpty()) {
                return MetricValue.of(inputs.value());
            }
            Fraction all = new Fraction();
            layers.forEach(layer -> all.add(layer.zeros, layer.outputs));
            return new MetricValue(
                    all.value(), layers.stream().map(Fraction::value).toList());
        }
    }

    private static final class Fraction {

        private long zeros;
        private long outputs;

        void add(long moreZeros, long moreOutputs) {
            zeros += moreZeros;
            outputs += moreOutputs;
        }

        double value() {
            return (double) zeros / outputs;
        }
    }
}
