package org.rectify.dataset.nistp.distortion;

/** What P07 adds to NISTP's distortions, in the order of application, with the probability that an example gets it (item 55). */
public enum FurtherDistortion {
    /** The mean of pixels along a direction. */
    MOTION_BLUR(1),
    /** Thin strokes across the image. */
    SCRATCHES(0.15),
    /** A piece of another character. */
    OCCLUSION(0.4),
    /** Pixels swapped with neighbours. */
    PIXEL_PERMUTATION(0.2),
    /** Normal noise. */
    GAUSSIAN_NOISE(0.3),
    /** A texture behind the ink. */
    BACKGROUND(1),
    /** Pixels of any value. */
    SALT_AND_PEPPER(0.25),
    /** Blurred regions. */
    SMOOTHING(0.25),
    /** Less contrast, and half of the time white ink on black. */
    CONTRAST(1);

    private final double probability;

    FurtherDistortion(double probability) {
        this.probability = probability;
    }

    /** The share of examples that get it. */
    public double probability() {
        return probability;
    }
}
