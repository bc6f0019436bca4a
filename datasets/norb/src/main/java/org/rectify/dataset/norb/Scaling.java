package org.rectify.dataset.norb;

/** Which linear map takes bytes to the interval from -1 to 1 (item 52). */
public enum Scaling {
    /** Byte v becomes v / 127.5 - 1. */
    FIXED,
    /** The lowest and the highest byte of the training files become -1 and 1; others outside become the nearer of the two. */
    MIN_MAX;

    /**
     * What each byte stands for.
     *
     * @param lowest,highest bytes of the training files
     */
    float[] table(int lowest, int highest) {
        double low = this == FIXED ? 0 : lowest;
        double high = this == FIXED ? 255 : highest;
        float[] table = new float[256];
        for (int b = 0; b < table.length; b++) {
            double place = high == low ? 0.5 : (b - low) / (high - low);
            table[b] = (float) Math.max(-1, Math.min(1, 2 * place - 1));
        }
        return table;
    }
}
