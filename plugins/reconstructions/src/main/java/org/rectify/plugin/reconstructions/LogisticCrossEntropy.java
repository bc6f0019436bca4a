package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;

/**
 * A sigmoid decoder and the cross-entropy of targets in [0, 1] (items 38 and 39).
 *
 * <p>With o the pre-activation times {@link #steepness()}, -t log s(o) - (1 - t) log(1 - s(o)) is softplus(o) - t o.
 * Written as (h - t) o + log(1 + exp(-|o|)), with h 1 for positive o and 0 for others, it loses nothing where a unit is
 * nearly right and overflows nowhere.
 */
interface LogisticCrossEntropy extends UnsignedTargets {

    /** So few factors of at most 2 that a double holds their product. */
    int FACTORS = 512;

    /** What the pre-activation is multiplied by before the sigmoid. */
    default float steepness() {
        return 1;
    }

    @Override
    default OutputRange targets() {
        return OutputRange.UNIT_INTERVAL;
    }

    /** Accepts codes of tanh units too, mapped as data are (item 39). */
    @Override
    default boolean acceptsCodes(OutputRange codes) {
        return accepts(codes);
    }

    @Override
    default double decode(double z) {
        return Exponentials.sigmoid(steepness() * z);
    }

    @Override
    default double cost(double z, double target) {
        double o = steepness() * z;
        return (o > 0 ? 1 - target : -target) * o + Math.log1p(Math.exp(-Math.abs(o)));
    }

    @Override
    default double derivative(double z, double target) {
        double o = steepness() * z;
        double rest = Exponentials.sigmoid(-Math.abs(o));
        return steepness() * (o > 0 ? 1 - target - rest : rest - target);
    }

    @Override
    default void decode(float[] z, int from, int to, float[] reconstructions) {
        float steepness = steepness();
        for (int i = from; i < to; i++) {
            reconstructions[i] = Exponentials.sigmoid(steepness * z[i]);
        }
    }

    /** The sum of logarithms is the logarithm of a product, so that few logarithms are computed. */
    @Override
    default double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        float steepness = steepness();
        double sum = 0;
        for (int block = from; block < to; block += FACTORS) {
            double product = 1;
            for (int i = block; i < Math.min(to, block + FACTORS); i++) {
                float o = steepness * z[i];
                float power = Exponentials.exp(-Math.abs(o));
                float rest = power / (1 + power);
                float slope = o > 0 ? 1 - targets[i] : -targets[i];
                sum += (double) slope * o;
                product *= 1 + (double) power;
                gradients[i] = steepness * (o > 0 ? slope - rest : slope + rest);
            }
            sum += Math.log(product);
        }
        return sum;
    }
}
