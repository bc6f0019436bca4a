package org.rectify.kernels.network;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;

/** The signs of a hidden layer's outputs, fixed for life (paper, section 3.2; item 11). */
public final class Signs {

    private final float[] signs;

    private Signs(float[] signs) {
        this.signs = signs;
    }

    /**
     * Chooses which outputs are negated.
     *
     * @param outputs number of outputs of the layer
     * @param random decides the places where the mask leaves them open
     */
    public static Signs of(SignMask mask, int outputs, RandomStream random) {
        float[] signs = new float[outputs];
        Arrays.fill(signs, 1);
        switch (mask) {
            case NONE -> {}
            case HALF -> {
                int[] places = new int[outputs];
                Arrays.setAll(places, i -> i);
                random.shuffle(places);
                for (int i = 0; i < outputs / 2; i++) {
                    signs[places[i]] = -1;
                }
            }
            case BERNOULLI -> {
                for (int i = 0; i < outputs; i++) {
                    signs[i] = random.nextBoolean() ? -1 : 1;
                }
            }
            case SECOND_HALF -> Arrays.fill(signs, outputs - outputs / 2, outputs, -1);
        }
        return new Signs(signs);
    }

    /**
     * Given signs, as a checkpoint holds them.
     *
     * @param signs each +1 or -1; copied
     */
    public static Signs of(float... signs) {
        for (float sign : signs) {
            if (Math.abs(sign) != 1) {
                throw new IllegalArgumentException("a sign is +1 or -1, not " + sign);
            }
        }
        return new Signs(signs.clone());
    }

    /** Number of outputs. */
    public int size() {
        return signs.length;
    }

    /** The sign of an output: +1 or -1. */
    public float of(int output) {
        return signs[output];
    }

    /** Whether no output is negated. */
    public boolean allPositive() {
        return negated() == 0;
    }

    /** How many outputs are negated. */
    public int negated() {
        int negated = 0;
        for (float sign : signs) {
            if (sign < 0) {
                negated++;
            }
        }
        return negated;
    }

    /** The signs, as a new array. */
    public float[] toArray() {
        return signs.clone();
    }
}
