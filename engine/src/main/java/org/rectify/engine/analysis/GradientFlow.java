package org.rectify.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rectify.api.activation.Activation;
import org.rectify.engine.analysis.DoubleNetwork.Trace;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;

/**
 * Derivatives of the activation along active paths of the trained network, and gradient norms in networks of five hidden
 * layers before learning, with the same weights under tanh and the sigmoid (item 31).
 */
final class GradientFlow implements Analysis {

    private static final Statement STATEMENT = new Statement(
            31,
            "gradient flow",
            "Gradients flow well on the active paths: the activation makes none vanish, unlike the sigmoid or tanh in deep"
                    + " networks.",
            "3.1");
    private static final int DEPTH = 5;
    private static final int WIDEST = 1000;
    private static final int SEEDS = 3;
    private static final int EXAMPLES = 50;
    private static final double ROUNDING = 1e-12;
    private static final double TIMES_THE_SIGMOID = 10;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        if (!subject.network().isElementwise()) {
            return STATEMENT.notApplicable(
                    Map.of(),
                    "The activation does not map each unit by itself, so that there is no derivative of a unit.");
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Products products = products(subject);
        figures.put("least product of derivatives", products.least());
        figures.put("greatest product of derivatives", products.greatest());

        Activation activation = subject.definition().hidden().get(0).activation();
        double[] own = norms(subject, activation);
        double tanh = ratio(norms(subject, SmoothFunction.TANH));
        double sigmoid = ratio(norms(subject, SmoothFunction.SIGMOID));
        figures.put("first / last norm", ratio(own));
        figures.put("first / last norm, tanh", tanh);
        figures.put("first / last norm, sigmoid", sigmoid);
        for (int layer = 0; layer < DEPTH; layer++) {
            figures.put("norm in layer " + (layer + 1) + " of " + DEPTH, own[layer]);
        }
        return STATEMENT.tested(
                products.areOne() && ratio(own) > TIMES_THE_SIGMOID * sigmoid,
                figures,
                "The derivatives along active paths multiply to "
                        + (products.areOne()
                                ? "1"
                                : Numerals.number(products.least()) + " up to " + Numerals.number(products.greatest()))
                        + "; " + DEPTH + " layers deep and before learning, the gradient's norm in the first layer is "
                        + Numerals.number(ratio(own)) + " of that in the last (sigmoid " + Numerals.number(sigmoid)
                        + ", tanh " + Numerals.number(tanh) + ")"
                        + (products.areOne() && tanh > ratio(own)
                                ? "; it falls behind tanh because paths are closed, not because active ones fade."
                                : "."));
    }

    /** The least and the greatest product of derivatives, without signs, along paths of active units. */
    private record Products(double least, double greatest) {

        boolean areOne() {
            return Math.abs(least - 1) <= ROUNDING && Math.abs(greatest - 1) <= ROUNDING;
        }
    }

    private static Products products(AnalyzedNetwork subject) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[] example : subject.examples().first(EXAMPLES).inputs()) {
            Trace trace = subject.network().trace(example);
            double low = 1;
            double high = 1;
            for (int layer = 0; layer < subject.layers(); layer++) {
                double[] slopes = trace.slopes()[layer];
                double[] outputs = trace.activations()[layer];
                double[] active = IntStream.range(0, slopes.length)
                        .filter(unit -> outputs[unit] != 0)
                        .mapToDouble(unit -> Math.abs(slopes[unit]))
                        .toArray();
                low *= Arrays.stream(active).min().orElse(Double.NaN);
                high *= Arrays.stream(active).max().orElse(Double.NaN);
            }
            if (!Double.isNaN(low)) {
                least = Math.min(least, low);
                greatest = Math.max(greatest, high);
            }
        }
        return new Products(least, greatest);
    }

    /** Mean norms of the gradient at each of five hidden layers, before learning. */
    private static double[] norms(AnalyzedNetwork subject, Activation activation) {
        NetworkDefinition deep = deep(subject, activation);
        AnalyzedExamples examples = subject.examples().first(EXAMPLES);
        double[] sums = new double[DEPTH];
        for (int seed = 0; seed < SEEDS; seed++) {
            DoubleNetwork network = DoubleNetwork.of(
                    deep,
                    Parameters.initial(
                            deep, subject.initializer(), subject.random().within("gradient-flow/" + seed)));
            double[][] norms = new double[examples.size()][];
            IntStream.range(0, norms.length)
                    .parallel()
                    .forEach(example -> norms[example] =
                            network.gradientNorms(examples.inputs()[example], examples.labels()[example]));
            for (double[] one : norms) {
                Arrays.setAll(sums, layer -> sums[layer] + one[layer]);
            }
        }
        double count = (double) SEEDS * examples.size();
        return Arrays.stream(sums).map(sum -> sum / count).toArray();
    }

    /** Layers as wide as the experiment's, the last one repeated. */
    private static NetworkDefinition deep(AnalyzedNetwork subject, Activation activation) {
        List<HiddenLayer> hidden = new ArrayList<>();
        int below = subject.definition().inputs();
        for (int layer = 0; layer < DEPTH; layer++) {
            int like = Math.min(layer, subject.layers() - 1);
            int units = Math.min(WIDEST, subject.definition().hidden().get(like).units());
            float[] signs = new float[units];
            Arrays.fill(signs, 1);
            hidden.add(new HiddenLayer(below, units, activation, Signs.of(signs)));
            below = units;
        }
        return NetworkDefinition.classifier(
                subject.definition().inputs(), hidden, subject.definition().outputs());
    }

    private static double ratio(double[] norms) {
        return norms[0] / norms[DEPTH - 1];
    }
}
