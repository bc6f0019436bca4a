package org.rectify.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.activation.ElementwiseActivation;

/**
 * Fits the line y = x on [-1, 1] by one unit of the network's activation, {@code a = x} or {@code a = -x}, and by both, with
 * an output bias, by least squares in closed form (item 32). An exhibit: it does not depend on what was learned.
 */
final class TwiceAsManyUnits implements Analysis {

    private static final Statement STATEMENT = new Statement(
            32,
            "twice as many units",
            "To represent antisymmetric or symmetric behaviour a rectifier network needs two units where an antisymmetric or"
                    + " symmetric activation needs one.",
            "3.1");
    private static final int POINTS = 201;
    private static final double EXACT = 1e-6;
    private static final double BOUNDED_AWAY = 1e-2;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        if (!(subject.definition().hidden().get(0).activation() instanceof ElementwiseActivation activation)) {
            return STATEMENT.notApplicable(Map.of(), "The activation does not map each unit by itself.");
        }
        DoubleUnaryOperator f = activation::value;
        DoubleUnaryOperator mirrored = x -> activation.value(-x);
        double one = Math.min(error(x -> x, f), error(x -> x, mirrored));
        double two = error(x -> x, f, mirrored);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("error of one unit on x", one);
        figures.put("error of two units on x", two);
        figures.put("error of one unit on |x|", Math.min(error(Math::abs, f), error(Math::abs, mirrored)));
        figures.put("error of two units on |x|", error(Math::abs, f, mirrored));
        boolean needsTwo = two < EXACT && one > BOUNDED_AWAY;
        return STATEMENT.tested(
                needsTwo,
                figures,
                "On the line y = x the best single unit errs by " + Numerals.number(one) + ", two units a = +-x by "
                        + Numerals.number(two)
                        + (needsTwo ? "." : one < EXACT ? ": one is enough." : ": the second does not make it exact."));
    }

    /** The root mean squared error of the best linear combination of features and a constant on evenly spaced points. */
    static double error(DoubleUnaryOperator target, DoubleUnaryOperator... features) {
        double[] x = new double[POINTS];
        Arrays.setAll(x, i -> -1 + 2.0 * i / (POINTS - 1));
        List<double[]> orthonormal = new ArrayList<>();
        List<DoubleUnaryOperator> columns = new ArrayList<>(List.of(any -> 1));
        columns.addAll(Arrays.asList(features));
        for (DoubleUnaryOperator column : columns) {
            double[] values = Arrays.stream(x).map(column).toArray();
            double before = norm(values);
            removeProjections(values, orthonormal);
            removeProjections(values, orthonormal);
            double after = norm(values);
            if (after > 1e-9 * before) {
                orthonormal.add(
                        Arrays.stream(values).map(value -> value / after).toArray());
            }
        }
        double[] residual = Arrays.stream(x).map(target).toArray();
        removeProjections(residual, orthonormal);
        return norm(residual) / Math.sqrt(POINTS);
    }

    private static void removeProjections(double[] values, List<double[]> orthonormal) {
        for (double[] axis : orthonormal) {
            double length = 0;
            for (int i = 0; i < values.length; i++) {
                length += axis[i] * values[i];
            }
            for (int i = 0; i < values.length; i++) {
                values[i] -= length * axis[i];
            }
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }
}
