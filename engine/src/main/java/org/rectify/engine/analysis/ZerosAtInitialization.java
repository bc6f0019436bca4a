package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.kernels.network.Parameters;

/** Draws fresh parameters from the experiment's initializer and counts hidden outputs that are zero (item 25). */
final class ZerosAtInitialization implements Analysis {

    private static final Statement STATEMENT = new Statement(
            25,
            "zeros at initialization",
            "After uniform initialization of the weights around 50 % of the hidden outputs are real zeros, in each layer.",
            "3.1");
    private static final int SEEDS = 10;
    private static final int EXAMPLES = 1000;
    private static final double HALF = 0.5;
    private static final double TOLERANCE = 0.05;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        double[][] shares = new double[subject.layers()][SEEDS];
        double[][] examples = subject.examples().first(EXAMPLES).inputs();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<double[][]> hidden = fresh(subject, seed).forward(examples).hidden();
            for (int layer = 0; layer < shares.length; layer++) {
                shares[layer][seed] = ExactSparsity.zeros(hidden.get(layer));
            }
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        double farthest = 0;
        for (int layer = 0; layer < shares.length; layer++) {
            double mean = Arrays.stream(shares[layer]).average().orElse(Double.NaN);
            figures.put(AnalyzedNetwork.layerName(layer), mean);
            farthest = Math.max(farthest, Math.abs(mean - HALF));
        }
        DoubleSummaryStatistics all = summary(shares);
        figures.put("lowest of a seed", all.getMin());
        figures.put("highest of a seed", all.getMax());
        return STATEMENT.tested(
                farthest <= TOLERANCE,
                figures,
                "Of " + SEEDS + " draws of fresh weights each layer has " + Numerals.percent(all.getMin()) + " to "
                        + Numerals.percent(all.getMax()) + " zeros; the mean of a layer is off 50 % by at most "
                        + Numerals.percent(farthest) + ".");
    }

    private static DoubleNetwork fresh(AnalyzedNetwork subject, int seed) {
        return DoubleNetwork.of(
                subject.definition(),
                Parameters.initial(
                        subject.definition(),
                        subject.initializer(),
                        subject.random().within("initialization/" + seed)));
    }

    private static DoubleSummaryStatistics summary(double[][] shares) {
        return Arrays.stream(shares).flatMapToDouble(Arrays::stream).summaryStatistics();
    }
}
