package org.rectify.engine.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Units that are zero for every example, and examples for which a whole layer is (item 90). */
final class DeadUnits implements Analysis {

    private static final Statement STATEMENT = new Statement(
            90,
            "dead units",
            "Hard zeros do not block gradients as long as some units of each layer are active, so that there are paths to"
                    + " propagate along.",
            "3.1");

    @Override
    public AnalysisResult analyze(AnalyzedNetwork subject) {
        if (subject.layers() == 0) {
            return STATEMENT.notApplicable(Map.of(), "There is no hidden layer.");
        }
        int examples = subject.examples().size();
        boolean[] blocked = new boolean[examples];
        long dead = 0;
        long units = 0;
        Map<String, Double> layers = new LinkedHashMap<>();
        for (int layer = 0; layer < subject.layers(); layer++) {
            double[][] outputs = subject.outputs().hidden().get(layer);
            boolean[] alive =
                    new boolean[subject.definition().hidden().get(layer).outputs()];
            for (int example = 0; example < examples; example++) {
                boolean silent = true;
                for (int unit = 0; unit < alive.length; unit++) {
                    boolean active = outputs[example][unit] != 0;
                    alive[unit] |= active;
                    silent &= !active;
                }
                blocked[example] |= silent;
            }
            long deadHere = count(alive, false);
            layers.put("dead in " + AnalyzedNetwork.layerName(layer), (double) deadHere);
            dead += deadHere;
            units += alive.length;
        }
        long without = count(blocked, true);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("examples without a path", (double) without);
        figures.put("dead units", (double) dead);
        figures.putAll(layers);
        return STATEMENT.tested(
                without == 0,
                figures,
                (without == 0 ? "Every" : (examples - without) + " of " + examples) + " example"
                        + (without == 0 ? " has" : "s have") + " active units in each layer; " + dead + " of " + units
                        + " units are zero for all " + examples + " examples.");
    }

    private static long count(boolean[] flags, boolean wanted) {
        long count = 0;
        for (boolean flag : flags) {
            count += flag == wanted ? 1 : 0;
        }
        return count;
    }
}
