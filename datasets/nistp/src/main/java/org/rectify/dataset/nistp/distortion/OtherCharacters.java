package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;

/** Draws further characters into an image: what occludes it, or scratches it. */
@FunctionalInterface
public interface OtherCharacters {

    /**
     * Draws an undistorted character.
     *
     * @param pixels overwritten
     */
    void draw(RandomStream random, float[] pixels);
}
