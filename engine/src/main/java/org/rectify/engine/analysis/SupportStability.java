package org.rectify.engine.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.random.RandomStream;

/**
 * Adds Gaussian noise to the examples and compares the sets of active units by their Jaccard overlap (item 29).
 *
 * <p>Noise is measured in standard deviations of the data; every level scales the same draw.
 */
final class SupportStability implements Analysis {

    private static final Statement STATEMENT = new Statement(
            29,
            "support stability",
            "Small changes of the input roughly conserve the set of active units, whereas they modify most entries of a dense"
                    + " representation.",
            "2.2");
    private static final List<Integer> PERCENTS = List.of(1, 2, 5, 10, 20, 50);
    private static final double CONSERVED = 0.9;
    private static final double MODIFIED = 1e-6;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        List<double[][]> clean = subject.outputs().hidden();
        double[][] noise = noise(subject);
        double deviation = subject.examples().standardDeviation();
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Double> details = new LinkedHashMap<>();
        List<Double> overlaps = new ArrayList<>();
        for (int percent : PERCENTS) {
            double[][] noisy = sum(subject.examples().inputs(), percent / 100.0 * deviation, noise);
            List<double[][]> hidden = subject.network().forward(noisy).hidden();
            double overlap = overlap(clean, hidden);
            overlaps.add(overlap);
            figures.put("overlap at " + percent + " %", overlap);
            if (details.isEmpty()) {
                for (int layer = 0; layer < clean.size(); layer++) {
                    details.put(
                            AnalyzedNetwork.layerName(layer) + " at " + percent + " %",
                            overlap(clean.subList(layer, layer + 1), hidden.subList(layer, layer + 1)));
                }
                details.put("outputs modified at " + percent + " %", modified(clean, hidden));
            }
        }
        figures.putAll(details);
        return result(clean, overlaps, figures);
    }

    private static AnalysisResult result(List<double[][]> clean, List<Double> overlaps, Map<String, Double> figures) {
        double modified = figures.getOrDefault("outputs modified at " + PERCENTS.get(0) + " %", Double.NaN);
        if (clean.stream().allMatch(layer -> ExactSparsity.zeros(layer) == 0)) {
            return STATEMENT.notApplicable(
                    figures,
                    "All units are always active: a dense representation, of which noise of " + PERCENTS.get(0)
                            + " % modifies " + Numerals.percent(modified) + ".");
        }
        boolean falling = true;
        for (int level = 1; level < overlaps.size(); level++) {
            falling &= overlaps.get(level) <= overlaps.get(level - 1);
        }
        return STATEMENT.tested(
                falling && overlaps.get(0) > CONSERVED,
                figures,
                "Noise of " + PERCENTS.get(0) + " % of the data's deviation leaves "
                        + Numerals.percent(overlaps.get(0)) + " of the active units in common, noise of "
                        + PERCENTS.get(PERCENTS.size() - 1) + " % "
                        + Numerals.percent(overlaps.get(overlaps.size() - 1))
                        + (falling ? "." : "; the overlap does not fall at each step."));
    }

    private static double[][] noise(AnalyzedNetwork subject) {
        RandomStream random = subject.random().stream("noise");
        double[][] noise =
                new double[subject.examples().size()][subject.definition().inputs()];
        for (double[] row : noise) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return noise;
    }

    private static double[][] sum(double[][] inputs, double factor, double[][] noise) {
        double[][] sums = new double[inputs.length][];
        for (int example = 0; example < inputs.length; example++) {
            sums[example] = inputs[example].clone();
            for (int i = 0; i < sums[example].length; i++) {
                sums[example][i] += factor * noise[example][i];
            }
        }
        return sums;
    }

    /** Units active in both over units active in either, averaged over examples; 1 where none is active. */
    static double overlap(List<double[][]> clean, List<double[][]> noisy) {
        int examples = clean.get(0).length;
        double sum = 0;
        for (int example = 0; example < examples; example++) {
            int both = 0;
            int either = 0;
            for (int layer = 0; layer < clean.size(); layer++) {
                double[] a = clean.get(layer)[example];
                double[] b = noisy.get(layer)[example];
                for (int unit = 0; unit < a.length; unit++) {
                    both += a[unit] != 0 && b[unit] != 0 ? 1 : 0;
                    either += a[unit] != 0 || b[unit] != 0 ? 1 : 0;
                }
            }
            sum += either == 0 ? 1 : (double) both / either;
        }
        return sum / examples;
    }

    private static double modified(List<double[][]> clean, List<double[][]> noisy) {
        long modified = 0;
        long all = 0;
        for (int layer = 0; layer < clean.size(); layer++) {
            for (int example = 0; example < clean.get(layer).length; example++) {
                double[] a = clean.get(layer)[example];
                double[] b = noisy.get(layer)[example];
                for (int unit = 0; unit < a.length; unit++) {
                    modified += Math.abs(a[unit] - b[unit]) > MODIFIED ? 1 : 0;
                    all++;
                }
            }
        }
        return (double) modified / all;
    }
}
