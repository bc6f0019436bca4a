package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/**
 * A reconstruction whose decoder makes no negative numbers.
 *
 * <p>Values that have no negative numbers among them are their own targets, those of a half-negated layer without their
 * signs (item 40). Values in [-1, 1] are mapped to [0, 1] by (x + 1) / 2 (items 39 and 44). Other signed values have no
 * target, and are not accepted.
 */
interface UnsignedTargets extends ElementwiseReconstruction {

    @Override
    default double target(double value, OutputRange range) {
        if (range.lowest() >= 0) {
            return Math.abs(value);
        }
        return isMapped(range) ? (value + 1) / 2 : value;
    }

    @Override
    default OutputRange targets(OutputRange values) {
        return isMapped(values) ? new OutputRange((values.lowest() + 1) / 2, (values.highest() + 1) / 2) : values;
    }

    /** Accepts no negative codes: a unit that is to say nothing would be rebuilt as one that says a half. */
    @Override
    default boolean acceptsCodes(OutputRange codes) {
        return codes.lowest() >= 0 && accepts(codes);
    }

    private static boolean isMapped(OutputRange values) {
        return values.lowest() < 0 && OutputRange.SIGNED_UNIT_INTERVAL.contains(values);
    }

    @Override
    default void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        if (range.lowest() >= 0) {
            for (int i = from; i < to; i++) {
                targets[i] = Math.abs(values[i]);
            }
        } else if (isMapped(range)) {
            for (int i = from; i < to; i++) {
                targets[i] = (values[i] + 1) / 2;
            }
        } else {
            System.arraycopy(values, from, targets, from, to - from);
        }
    }
}
