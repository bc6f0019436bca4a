package org.rectify.engine.analysis;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts the sets of active units that examples select: each is a linear model of its own (item 27). */
final class ActivationPatterns implements Analysis {

    private static final Statement STATEMENT = new Statement(
            27,
            "activation patterns",
            "The network is an exponential number of linear models that share parameters; nearly each input selects one of its"
                    + " own.",
            "3.1");
    private static final double NEARLY_EACH = 0.95;

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "Without hidden layers there is a single linear model.");
        }
        int size = subject.examples().size();
        long inputs = Arrays.stream(subject.examples().inputs())
                .map(DoubleBuffer::wrap)
                .distinct()
                .count();
        long patterns = IntStream.range(0, size)
                .mapToObj(example -> pattern(subject, example, 0, subject.layers()))
                .distinct()
                .count();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("distinct inputs", (double) inputs);
        figures.put("distinct patterns", (double) patterns);
        figures.put("share", (double) patterns / inputs);
        for (int layer = 0; layer < subject.layers(); layer++) {
            int one = layer;
            figures.put(AnalyzedNetwork.layerName(layer) + " alone", (double) IntStream.range(0, size)
                    .mapToObj(example -> pattern(subject, example, one, one + 1))
                    .distinct()
                    .count());
        }
        return STATEMENT.tested(
                patterns > NEARLY_EACH * inputs,
                figures,
                inputs + " distinct inputs select " + patterns + " sets of active units ("
                        + Numerals.percent((double) patterns / inputs) + ").");
    }

    private static BitSet pattern(AnalyzedNetwork subject, int example, int fromLayer, int toLayer) {
        BitSet active = new BitSet();
        int first = 0;
        for (int layer = fromLayer; layer < toLayer; layer++) {
            double[] outputs = subject.outputs().hidden().get(layer)[example];
            for (int unit = 0; unit < outputs.length; unit++) {
                active.set(first + unit, outputs[unit] != 0);
            }
            first += outputs.length;
        }
        return active;
    }
}
