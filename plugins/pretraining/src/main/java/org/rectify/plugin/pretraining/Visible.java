package org.rectify.plugin.pretraining;

import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;
import org.rectify.api.random.RandomStream;

/** The visible units of a restricted Boltzmann machine: what they hold, and how hidden units rebuild it (item 91). */
enum Visible {

    /** Real numbers of variance 1 around their mean, rebuilt as that mean: without noise. */
    GAUSSIAN {
        @Override
        boolean accepts(OutputRange inputs) {
            return true;
        }

        @Override
        void mean(float[] z) {
            // The pre-activation is the mean.
        }

        @Override
        void reconstruct(float[] z, RandomStream noise) {
            mean(z);
        }
    },

    /** 0 or 1, where an input between is the probability of 1; rebuilt as a draw. */
    BINARY {
        @Override
        boolean accepts(OutputRange inputs) {
            return OutputRange.UNIT_INTERVAL.contains(inputs);
        }

        @Override
        void mean(float[] z) {
            FloatMath.sigmoid(z, 0, z.length, z);
        }

        @Override
        void reconstruct(float[] z, RandomStream noise) {
            for (int i = 0; i < z.length; i++) {
                z[i] = noise.nextFloat() < FloatMath.sigmoid(z[i]) ? 1 : 0;
            }
        }
    };

    /** Whether units of this kind can hold inputs from a range. */
    abstract boolean accepts(OutputRange inputs);

    /** Replaces pre-activations by the means of the units. */
    abstract void mean(float[] z);

    /** Replaces pre-activations by what contrastive divergence takes for the units' states. */
    abstract void reconstruct(float[] z, RandomStream noise);
}
