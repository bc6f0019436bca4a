package org.rectify.engine.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How many units are active, example by example (item 28). */
final class ActiveCounts implements Analysis {

    private static final Statement STATEMENT = new Statement(
            28,
            "active counts",
            "The number of active units varies with the input: a representation of variable size.",
            "2.2");

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        int[] all = new int[subject.examples().size()];
        int units = 0;
        Map<String, Double> layers = new LinkedHashMap<>();
        for (int layer = 0; layer < subject.layers(); layer++) {
            int[] counts = counts(subject.outputs().hidden().get(layer));
            Arrays.setAll(all, example -> all[example] + counts[example]);
            Counts.of(counts).put(AnalyzedNetwork.layerName(layer), layers);
            units += subject.definition().hidden().get(layer).outputs();
        }
        Counts overall = Counts.of(all);
        Map<String, Double> figures = new LinkedHashMap<>();
        overall.put("overall", figures);
        figures.putAll(layers);
        return STATEMENT.tested(
                overall.deviation() > 0,
                figures,
                overall.deviation() > 0
                        ? "Of " + units + " outputs " + overall.least() + " to " + overall.most() + " are active, "
                                + Numerals.number(overall.mean()) + " +- " + Numerals.number(overall.deviation())
                                + " on average."
                        : "Of " + units + " outputs " + overall.least() + " are active, whatever the input.");
    }

    private static int[] counts(double[][] outputs) {
        return Arrays.stream(outputs)
                .mapToInt(row ->
                        (int) Arrays.stream(row).filter(value -> value != 0).count())
                .toArray();
    }

    /** Statistics of the numbers of active units. */
    private record Counts(int least, double mean, int most, double deviation) {

        static Counts of(int[] counts) {
            double mean = IntStream.of(counts).average().orElse(0);
            double variance = IntStream.of(counts)
                    .mapToDouble(count -> (count - mean) * (count - mean))
                    .average()
                    .orElse(0);
            return new Counts(
                    IntStream.of(counts).min().orElse(0),
                    mean,
                    IntStream.of(counts).max().orElse(0),
                    Math.sqrt(variance));
        }

        void put(String name, Map<String, Double> figures) {
            figures.put(name + " min", (double) least);
            figures.put(name + " mean", mean);
            figures.put(name + " max", (double) most);
            figures.put(name + " std", deviation);
        }
    }
}
