package org.rectify.plugin.pretraining;

import org.rectify.api.array.FloatMath;
import org.rectify.api.random.RandomStream;

/**
 * The noisy rectified hidden unit max(0, x + n), where n is normal of mean 0 and <em>variance</em> sigmoid(x) (item 91).
 *
 * <p>It stands for infinitely many binary units of the same weights whose biases are shifted by -1/2, -3/2, -5/2, ...: their
 * expected sum is about the softplus of x.
 */
final class NoisyRectifier {

    private NoisyRectifier() {}

    /** A draw; NaN for NaN. */
    static float sample(float x, RandomStream noise) {
        return Math.max(0, x + (float) (Math.sqrt(FloatMath.sigmoid(x)) * noise.nextGaussian()));
    }

    /** The unit without its noise, max(0, x); NaN for NaN. */
    static float noiseFree(float x) {
        return Math.max(0, x);
    }
}
