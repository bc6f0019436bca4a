package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectify.api.random.RandomStream;

/**
 * Scales every weight layer of the network by positive scalars, and the same weights under tanh and softplus as negative
 * controls (item 22).
 *
 * <p>Differences of scores are relative to the largest score of the example.
 */
final class ScalingEquivalence implements Analysis {

    private static final Statement STATEMENT = new Statement(
            22,
            "scaling equivalence",
            "Dividing the weights of each layer by a positive scalar, and its biases by the product of the scalars so far,"
                    + " divides the scores by the product of all: where that is 1 the network is the same function, so its"
                    + " parametrization is ill-conditioned.",
            "3.1");
    private static final int DRAWS = 5;
    private static final int EXAMPLES = 100;
    private static final double LARGEST_LOGARITHM = Math.log(4);
    private static final double EQUAL = 1e-12;
    private static final double DIFFERENT = 1e-3;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(
                    Map.of(), "Without hidden layers there is one scalar only, and it would have to be 1.");
        }
        double[][] examples = subject.examples().first(EXAMPLES).inputs();
        RandomStream random = subject.random().stream("scaling");
        double[][] free = new double[DRAWS][];
        Arrays.setAll(free, draw -> scalars(subject.network().layers().size(), random));
        double[][] toOne =
                Arrays.stream(free).map(ScalingEquivalence::withProductOne).toArray(double[][]::new);

        Map<String, Double> figures = new LinkedHashMap<>();
        double same = difference(subject.network(), examples, toOne);
        double any = difference(subject.network(), examples, free);
        figures.put("difference, product 1", same);
        figures.put("difference, any product", any);
        boolean equal = same < EQUAL && any < EQUAL;
        String measured = "Under " + DRAWS + " draws of scalars the scores differ by at most " + Numerals.number(same)
                + " of the largest";
        boolean controllable =
                subject.definition().hidden().stream().allMatch(layer -> layer.outputs() == layer.units());
        if (!controllable) {
            return STATEMENT.tested(equal, figures, measured + "; outputs are not units, which leaves no controls.");
        }
        double tanh = difference(subject.network().under(SmoothFunction.TANH), examples, toOne);
        double softplus = difference(subject.network().under(SmoothFunction.SOFTPLUS), examples, toOne);
        figures.put("the same weights under tanh", tanh);
        figures.put("the same weights under softplus", softplus);
        boolean controlled = tanh > DIFFERENT && softplus > DIFFERENT;
        return STATEMENT.tested(
                equal && controlled,
                figures,
                measured + "; the same weights under tanh by " + Numerals.number(tanh) + ", under softplus by "
                        + Numerals.number(softplus) + (controlled ? "." : ": too little to tell them apart."));
    }

    private static double[] scalars(int count, RandomStream random) {
        double[] scalars = new double[count];
        Arrays.setAll(scalars, i -> Math.exp(random.nextDouble(-LARGEST_LOGARITHM, LARGEST_LOGARITHM)));
        return scalars;
    }

    private static double[] withProductOne(double[] scalars) {
        double mean = Math.pow(product(scalars), 1.0 / scalars.length);
        return Arrays.stream(scalars).map(scalar -> scalar / mean).toArray();
    }

    private static double product(double[] scalars) {
        return Arrays.stream(scalars).reduce(1, (a, b) -> a * b);
    }

    /** The largest difference that any of the scalings makes, its scores multiplied by the product of its scalars. */
    static double difference(DoubleNetwork network, double[][] examples, double[][] scalings) {
        double[][] expected = network.forward(examples).scores();
        double largest = 0;
        for (double[] scalars : scalings) {
            double[][] scores = network.scaled(scalars).forward(examples).scores();
            for (int example = 0; example < examples.length; example++) {
                largest = Math.max(largest, difference(expected[example], scores[example], product(scalars)));
            }
        }
        return largest;
    }

    private static double difference(double[] expected, double[] scores, double factor) {
        double difference = 0;
        double magnitude = 0;
        for (int score = 0; score < expected.length; score++) {
            difference = Math.max(difference, Math.abs(scores[score] * factor - expected[score]));
            magnitude = Math.max(magnitude, Math.abs(expected[score]));
        }
        return difference == 0 ? 0 : difference / magnitude;
    }
}
