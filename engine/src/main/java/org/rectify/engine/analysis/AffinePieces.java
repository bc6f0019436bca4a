package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.random.RandomStream;
import org.rectify.engine.analysis.DoubleNetwork.Trace;
import org.rectify.kernels.network.HiddenLayer;

/**
 * Builds the affine function {@code s = A x + c} of the piece an example lies in, and moves the example within the piece
 * and out of it (item 26).
 *
 * <p>A unit is taken to flip where its derivative changes; an activation whose derivative changes nearly everywhere has no
 * pieces.
 */
final class AffinePieces implements Analysis {

    private static final Statement STATEMENT = new Statement(
            26,
            "affine pieces",
            "The only non-linearity is the selection of paths: given the set of active units the output is a linear function of"
                    + " the input, and a change of the input that is large enough changes the set.",
            "3.1");
    private static final int EXAMPLES = 5;
    private static final int COORDINATES = 4;
    private static final int HALVINGS = 60;
    private static final double NUDGE = 1e-6;
    private static final double LARGEST_CURVED_SHARE = 0.01;
    private static final double ABSOLUTE = 1e-10;
    private static final double RELATIVE = 1e-6;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "Without hidden layers there is a single piece.");
        }
        if (!subject.network().isElementwise()) {
            return STATEMENT.notApplicable(
                    Map.of(),
                    "The activation does not map each unit by itself, so that there is no derivative of a unit.");
        }
        double[][] examples = subject.examples().first(EXAMPLES).inputs();
        double curved = curvedShare(subject, examples);
        if (curved > LARGEST_CURVED_SHARE) {
            return STATEMENT.notApplicable(
                    Map.of("units with a changing slope", curved),
                    "The activation is smooth: the least move changes the derivative of " + Numerals.percent(curved)
                            + " of the units.");
        }
        Measurement measurement = new Measurement(
                subject.network(), subject.examples().standardDeviation(), subject.random().stream("pieces"));
        Arrays.stream(examples).forEach(measurement::add);
        return measurement.result();
    }

    /** The share of units whose derivative is another a little further from zero. */
    private static double curvedShare(AnalyzedNetwork subject, double[][] examples) {
        long changing = 0;
        long units = 0;
        for (double[] example : examples) {
            Trace trace = subject.network().trace(example);
            for (int i = 0; i < subject.layers(); i++) {
                HiddenLayer layer = subject.definition().hidden().get(i);
                ElementwiseActivation activation = (ElementwiseActivation) layer.activation();
                for (double z : trace.preActivations()[i]) {
                    double nudged = z + NUDGE * z;
                    double slope = activation.derivative(z, activation.value(z));
                    changing += slope == activation.derivative(nudged, activation.value(nudged)) ? 0 : 1;
                    units++;
                }
            }
        }
        return (double) changing / units;
    }

    /** The worst that was found over some examples. */
    private static final class Measurement {

        private final DoubleNetwork network;
        private final double standardDeviation;
        private final RandomStream random;
        private double residual;
        private double moved;
        private double difference;
        private double changeWithin;
        private double changeBeyond = Double.POSITIVE_INFINITY;
        private int examples;
        private int flipped;

        Measurement(DoubleNetwork network, double standardDeviation, RandomStream random) {
            this.network = network;
            this.standardDeviation = standardDeviation;
            this.random = random;
        }

        void add(double[] example) {
            examples++;
            Trace trace = network.trace(example);
            double[][] slope = network.jacobian(trace);
            double[] affine = sum(product(slope, example), network.offset(trace));
            double unit = magnitude(trace.scores());
            residual = Math.max(residual, distance(trace.scores(), affine) / unit);

            double[] direction = new double[example.length];
            Arrays.setAll(direction, i -> standardDeviation * random.nextGaussian());
            moveAlong(example, trace, slope, direction, unit);
            for (int i = 0; i < Math.min(COORDINATES, example.length); i++) {
                double[] axis = new double[example.length];
                axis[random.nextInt(example.length)] = standardDeviation;
                compareWithDifferences(example, trace, slope, axis);
            }
        }

        private void moveAlong(double[] example, Trace trace, double[][] slope, double[] direction, double unit) {
            double step = stepWithin(example, trace, direction);
            double[] delta = times(step, direction);
            Trace within = network.trace(sum(example, delta));
            double[] change = sum(within.scores(), times(-1, trace.scores()));
            moved = Math.max(moved, distance(change, product(slope, delta)) / unit);
            changeWithin = Math.max(changeWithin, distance(network.jacobian(within), slope));

            double beyond = step;
            for (int doubling = 0; doubling < HALVINGS; doubling++) {
                beyond *= 2;
                Trace other = network.trace(sum(example, times(beyond, direction)));
                if (!other.samePiece(trace)) {
                    flipped++;
                    changeBeyond = Math.min(changeBeyond, distance(network.jacobian(other), slope));
                    return;
                }
            }
        }

        private void compareWithDifferences(double[] example, Trace trace, double[][] slope, double[] axis) {
            double[] delta = times(stepWithin(example, trace, axis), axis);
            double[] above = network.trace(sum(example, delta)).scores();
            double[] under = network.trace(sum(example, times(-1, delta))).scores();
            double[] central = times(0.5, sum(above, times(-1, under)));
            double largest = Arrays.stream(slope)
                            .mapToDouble(AffinePieces::largest)
                            .max()
                            .orElse(0)
                    * largest(delta);
            difference = Math.max(difference, largest == 0 ? 0 : distance(central, product(slope, delta)) / largest);
        }

        /** The largest of 1, 1/2, 1/4, ... that flips no unit in either direction; 0 if there is none. */
        private double stepWithin(double[] example, Trace trace, double[] direction) {
            double step = 1;
            for (int halving = 0; halving < HALVINGS; halving++) {
                if (network.trace(sum(example, times(step, direction))).samePiece(trace)
                        && network.trace(sum(example, times(-step, direction))).samePiece(trace)) {
                    return step;
                }
                step /= 2;
            }
            return 0;
        }

        AnalysisResult result() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("s - (Ax + c)", residual);
            figures.put("change of s - A delta, no unit flipped", moved);
            figures.put("change of A, no unit flipped", changeWithin);
            figures.put("change of A, a unit flipped", flipped == 0 ? Double.NaN : changeBeyond);
            figures.put("A - finite differences", difference);
            boolean affine = residual < ABSOLUTE && moved < ABSOLUTE && changeWithin == 0 && difference < RELATIVE;
            boolean selects = flipped == examples && changeBeyond > 0;
            return STATEMENT.tested(
                    affine && selects,
                    figures,
                    "On " + examples + " examples s = Ax + c to within " + Numerals.number(residual)
                            + (selects
                                    ? "; A stays as it is until a unit flips, then it changes."
                                    : "; no move of the input changes A, so that paths are not selected."));
        }
    }

    private static double magnitude(double[] scores) {
        return Math.max(1, largest(scores));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double distance(double[] a, double[] b) {
        return largest(sum(a, times(-1, b)));
    }

    private static double distance(double[][] a, double[][] b) {
        double distance = 0;
        for (int row = 0; row < a.length; row++) {
            distance = Math.max(distance, distance(a[row], b[row]));
        }
        return distance;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int i = 0; i < row.length; i++) {
                        sum += row[i] * vector[i];
                    }
                    return sum;
                })
                .toArray();
    }

    private static double[] times(double factor, double[] vector) {
        return filled(vector.length, i -> factor * vector[i]);
    }

    private static double[] sum(double[] a, double[] b) {
        return filled(a.length, i -> a[i] + b[i]);
    }

    private static double[] filled(int length, IntToDoubleFunction values) {
        double[] vector = new double[length];
        Arrays.setAll(vector, values::applyAsDouble);
        return vector;
    }
}
