package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.Backend;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/**
 * Trains multinomial logistic regression on the top representation and on the raw input (item 30).
 *
 * <p>Inputs of either are scaled by one number, so that their mean squared length is 1 and the same learning rates suit both;
 * rate and epoch are those of the lowest validation error.
 */
final class LinearProbe implements Analysis {

    private static final Statement STATEMENT = new Statement(
            30,
            "linear probe",
            "Sparse representations are more likely to be linearly separable than the raw input.",
            "2.2");
    private static final double[] LEARNING_RATES = {10, 1, 0.1};
    private static final int EPOCHS = 20;
    private static final int MINIBATCH_SIZE = 10;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        AnalyzedExamples train = subject.probe().train();
        AnalyzedExamples validation = subject.probe().validation();
        AnalyzedExamples test = subject.examples();
        Errors raw = errors(subject, train, validation, test, "raw");
        Errors top = errors(subject, top(subject, train), top(subject, validation), top(subject, test), "top");
        double network = subject.outputs().errorRate(test.labels());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("test error on the top representation", top.test());
        figures.put("test error on the raw input", raw.test());
        figures.put("validation error on the top representation", top.validation());
        figures.put("validation error on the raw input", raw.validation());
        figures.put("test error of the network", network);
        figures.put("training examples", (double) train.size());
        String measured = "A linear classifier of " + train.size() + " training examples errs on "
                + Numerals.percent(top.test()) + " of the test examples from the top representation, on "
                + Numerals.percent(raw.test()) + " from the raw input";
        if (network >= raw.test()) {
            return STATEMENT.notApplicable(
                    figures,
                    measured + "; but the network itself, at " + Numerals.percent(network) + ", does no better.");
        }
        return STATEMENT.tested(top.test() <= raw.test(), figures, measured + ".");
    }

    private static AnalyzedExamples top(AnalyzedNetwork subject, AnalyzedExamples examples) {
        List<double[][]> hidden = subject.network().forward(examples.inputs()).hidden();
        return new AnalyzedExamples(hidden.get(hidden.size() - 1), examples.labels());
    }

    /** Error rates of the classifier that is best on validation examples. */
    private record Errors(double validation, double test) {}

    private static Errors errors(
            AnalyzedNetwork subject,
            AnalyzedExamples train,
            AnalyzedExamples validation,
            AnalyzedExamples test,
            String name) {
        double scale = 1 / Math.max(Double.MIN_NORMAL, length(train));
        Regression regression = new Regression(
                subject.backend(),
                NetworkDefinition.classifier(
                        train.inputs()[0].length,
                        List.of(),
                        subject.definition().outputs()),
                split(train, scale),
                split(validation, scale),
                subject.random().within("probe/" + name));
        Parameters best = regression.best();
        return new Errors(regression.error(best, split(validation, scale)), regression.error(best, split(test, scale)));
    }

    /** The root of the mean squared length of examples. */
    private static double length(AnalyzedExamples examples) {
        double squares = Arrays.stream(examples.inputs())
                .flatMapToDouble(Arrays::stream)
                .map(value -> value * value)
                .sum();
        return Math.sqrt(squares / examples.size());
    }

    private static LabelledSplit split(AnalyzedExamples examples, double scale) {
        int columns = examples.inputs()[0].length;
        float[] values = new float[Math.multiplyExact(examples.size(), columns)];
        for (int example = 0; example < examples.size(); example++) {
            for (int column = 0; column < columns; column++) {
                values[example * columns + column] = (float) (scale * examples.inputs()[example][column]);
            }
        }
        return new LabelledSplit(new FloatFeatures(values, columns), row -> examples.labels()[row]);
    }

    /** A search for the best linear classifier. */
    private record Regression(
            Backend backend,
            NetworkDefinition network,
            LabelledSplit train,
            LabelledSplit validation,
            RandomStreams random) {

        Parameters best() {
            Parameters best = Parameters.zeros(network, DataType.FLOAT);
            double lowest = Double.POSITIVE_INFINITY;
            int[] order = new int[train.size()];
            Minibatch batch = Minibatch.forExamplesOf(train.features(), Math.min(MINIBATCH_SIZE, train.size()));
            for (double rate : LEARNING_RATES) {
                Arrays.setAll(order, row -> row);
                try (NeuralNetwork model = create(Parameters.zeros(network, DataType.FLOAT), rate)) {
                    LearningStatistics statistics = new LearningStatistics(network);
                    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                        random.stream("shuffle/rate-" + rate, epoch).shuffle(order);
                        for (int first = 0; first < order.length; first += batch.capacity()) {
                            batch.gather(train, order, first, Math.min(batch.capacity(), order.length - first));
                            model.learn(batch, LearningStep.endless(), statistics);
                        }
                        double error = error(model, validation);
                        if (error < lowest) {
                            lowest = error;
                            model.copyTo(best);
                        }
                    }
                }
            }
            return best;
        }

        double error(Parameters parameters, LabelledSplit split) {
            try (NeuralNetwork model = create(parameters, 0)) {
                return error(model, split);
            }
        }

        private NeuralNetwork create(Parameters parameters, double rate) {
            GradientDescent descent = () -> rate;
            return backend.create(network, parameters, descent, MINIBATCH_SIZE);
        }

        private static double error(NeuralNetwork model, LabelledSplit split) {
            Minibatch batch = Minibatch.forExamplesOf(split.features(), split.size());
            batch.gather(split, 0, split.size());
            Observation observation = model.observe(batch);
            int wrong = 0;
            for (int example = 0; example < split.size(); example++) {
                wrong += observation.predicted(example) == observation.label(example) ? 0 : 1;
            }
            return (double) wrong / split.size();
        }
    }
}
