package org.rectify.plugin.corruptions;

import java.util.Arrays;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Rows of numbers, and what a corruption makes of them. */
final class Rows {

    private Rows() {}

    static RandomStream noise() {
        return new RandomStreams(35).stream("noise");
    }

    static float[] filled(int length, float value) {
        float[] row = new float[length];
        Arrays.fill(row, value);
        return row;
    }

    /** Ones with a probability, zeros otherwise. */
    static float[] binary(int length, double density) {
        RandomStream random = new RandomStreams(35).stream("rows");
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = random.nextDouble() < density ? 1 : 0;
        }
        return row;
    }

    static float[] corrupted(ElementwiseCorruption corruption, float[] clean, RandomStream random) {
        float[] corrupted = new float[clean.length];
        corruption.corrupt(clean, 0, clean.length, corrupted, random);
        return corrupted;
    }

    static int count(float[] row, float value) {
        int count = 0;
        for (float number : row) {
            count += number == value ? 1 : 0;
        }
        return count;
    }
}
