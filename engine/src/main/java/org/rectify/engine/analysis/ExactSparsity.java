package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts hidden outputs that are exactly zero, over examples; layers count by their units (item 24). */
final class ExactSparsity implements Analysis {

    private static final Statement STATEMENT = new Statement(
            24,
            "exact sparsity",
            "Rectifiers give representations that are truly sparse: half of the hidden outputs or more are real zeros, 50 to"
                    + " 80 % of them in the networks that generalize best.",
            "3.1 and 5");
    private static final double HALF = 0.5;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (subject.layers() == 0) {
            double inputs = zeros(subject.examples().inputs());
            figures.put("inputs", inputs);
            return STATEMENT.notApplicable(
                    figures, "There is no hidden layer; of the inputs " + Numerals.percent(inputs) + " are zero.");
        }
        double weighted = 0;
        long units = 0;
        figures.put("overall", 0.0);
        for (int layer = 0; layer < subject.layers(); layer++) {
            double share = zeros(subject.outputs().hidden().get(layer));
            int outputs = subject.definition().hidden().get(layer).outputs();
            figures.put(AnalyzedNetwork.layerName(layer), share);
            weighted += share * outputs;
            units += outputs;
        }
        double overall = weighted / units;
        figures.put("overall", overall);
        return STATEMENT.tested(
                overall >= HALF,
                figures,
                Numerals.percent(overall) + " of " + units + " hidden outputs are exactly zero, over "
                        + subject.examples().size() + " examples.");
    }

    /** The fraction of exact zeros. */
    static double zeros(double[][] values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(value -> value == 0 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
