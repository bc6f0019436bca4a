package org.rectify.testkit;

import java.util.Map;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;

/** A watch whose parts a test replaces by wrong ones; as it is, it keeps the best of the first metric and never ends. */
class Lowest implements StoppingWatch {

    private double best = Double.NaN;

    @Override
    public StoppingDecision observe(Check check) {
        Check.Measured measured = check.measured(check.headline());
        boolean better = isBetter(measured, best);
        best = better ? measured.value() : best;
        return new StoppingDecision(better, false);
    }

    boolean isBetter(Check.Measured measured, double than) {
        return measured.description().direction().isBetter(measured.value(), than);
    }

    @Override
    public Map<String, Double> state() {
        return Map.of("best", best);
    }

    @Override
    public void restore(Map<String, Double> state) {
        Double saved = state.get("best");
        if (saved == null) {
            throw new IllegalArgumentException("must hold best, holds " + state.keySet());
        }
        best = saved;
    }
}
