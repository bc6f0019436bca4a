package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.reconstruction.CodeScaling;

/**
 * Strategy 2: each trained layer is rescaled so that its codes lie in [0, 1], and rebuilt by a sigmoid decoder under
 * cross-entropy (paper, section 3.2; item 41).
 *
 * <p>An example that the scaling has not seen may have codes above 1: their target is 1.
 *
 * @param scaling by what parameters are divided
 */
record ScaledSigmoidCrossEntropy(CodeScaling scaling) implements LogisticCrossEntropy {

    /** Whose largest output divides. */
    enum Divisor {
        LAYER,
        UNIT
    }

    /** By what parameters are divided. */
    record Options(
            @Describe(
                    value =
                            "By what a trained layer's weights and biases are divided: layer, its largest output over the"
                                    + " training set; or unit, each unit's own.",
                    defaultsTo = "layer",
                    source = "section 3.2, item 41")
            Divisor scaling) {}

    ScaledSigmoidCrossEntropy(Options options) {
        this(options.scaling() == Divisor.LAYER ? CodeScaling.LAYER : CodeScaling.UNIT);
    }

    @Override
    public double target(double value, OutputRange range) {
        return Math.min(1, LogisticCrossEntropy.super.target(value, range));
    }

    @Override
    public void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        LogisticCrossEntropy.super.target(values, from, to, range, targets);
        for (int i = from; i < to; i++) {
            targets[i] = Math.min(1, targets[i]);
        }
    }
}
