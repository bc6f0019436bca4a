package org.rectify.dataset.nistp.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

/** The distortions of an example, one after another, each with a complexity of its own: uniform from 0 to the highest. */
public final class Pipeline {

    /**
     * A distortion and the share of examples that get it.
     *
     * @param probability from 0 to 1
     */
    record Step(Distortion distortion, double probability) {}

    private final double highestComplexity;
    private final List<Step> steps;

    Pipeline(double highestComplexity, List<Step> steps) {
        this.highestComplexity = highestComplexity;
        this.steps = List.copyOf(steps);
    }

    /**
     * NISTP's distortions slant, thickness, affine, local elastic and pinch, then further ones in P07's order.
     *
     * @param highestComplexity from 0, which changes nothing, to 1; the authors' is 0.7
     * @param streams what is drawn once for all examples
     * @param any draws a character of any class
     * @param ones draws the digit 1
     */
    public static Pipeline of(
            double highestComplexity,
            Set<FurtherDistortion> further,
            RandomStreams streams,
            OtherCharacters any,
            OtherCharacters ones) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(new Slant(), 1));
        steps.add(new Step(new Thickness(), 1));
        steps.add(new Step(new Affine(), 1));
        steps.add(new Step(new LocalElastic(highestComplexity, streams), 1));
        steps.add(new Step(new Pinch(), 1));
        for (FurtherDistortion each : FurtherDistortion.values()) {
            if (further.contains(each)) {
                steps.add(new Step(make(each, streams, any, ones), each.probability()));
            }
        }
        return new Pipeline(highestComplexity, steps);
    }

    private static Distortion make(
            FurtherDistortion further, RandomStreams streams, OtherCharacters any, OtherCharacters ones) {
        return switch (further) {
            case MOTION_BLUR -> new MotionBlur();
            case SCRATCHES -> new Scratches(ones);
            case OCCLUSION -> new Occlusion(any);
            case PIXEL_PERMUTATION -> new PixelPermutation();
            case GAUSSIAN_NOISE -> new GaussianNoise();
            case BACKGROUND -> new Background(streams);
            case SALT_AND_PEPPER -> new PepperedPixels();
            case SMOOTHING -> new Smoothing();
            case CONTRAST -> new Contrast();
        };
    }

    /** Distorts the image; a highest complexity of 0 leaves it as it is. */
    public void apply(Canvas canvas, RandomStream random) {
        if (highestComplexity == 0) {
            return;
        }
        for (Step step : steps) {
            double complexity = random.nextDouble(0, highestComplexity);
            if (step.probability() == 1 || random.nextDouble() < step.probability()) {
                step.distortion().apply(canvas, complexity, random);
            }
        }
    }
}
