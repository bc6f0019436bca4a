package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** One way to change an image of a character; safe for use by several threads, each with its own canvas. */
@FunctionalInterface
public interface Distortion {

    /**
     * Changes the image.
     *
     * @param complexity how much, from 0 to 1
     * @param random the example's numbers
     */
    void apply(Canvas canvas, double complexity, RandomStream random);
}
