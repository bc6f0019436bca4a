package org.rectify.dataset.nistp.distortion;

/** Ways to lay one image over another. */
final class Blending {

    private Blending() {}

    /** Keeps the darker ink of both at each pixel. */
    static void keepLarger(float[] pixels, float[] others) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(pixels[i], others[i]);
        }
    }
}
