package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;

/** A sigmoid decoder and the cross-entropy of the sigmoid of the values, which may be any (item 43). */
record SquashedSigmoidCrossEntropy() implements LogisticCrossEntropy {

    @Override
    public double target(double value, OutputRange range) {
        return Exponentials.sigmoid(value);
    }

    @Override
    public OutputRange targets(OutputRange values) {
        return OutputRange.UNIT_INTERVAL;
    }

    @Override
    public void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        for (int i = from; i < to; i++) {
            targets[i] = Exponentials.sigmoid(values[i]);
        }
    }
}
