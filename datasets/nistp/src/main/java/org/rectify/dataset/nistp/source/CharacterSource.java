package org.rectify.dataset.nistp.source;

import org.rectify.api.random.RandomStream;

/** A stock of undistorted characters; safe for use by several threads. */
public interface CharacterSource {

    /** The classes it has characters of, rising; at least one. */
    int[] classes();

    /**
     * Draws one of its characters of a class.
     *
     * @param characterClass one of {@link #classes()}
     * @param pixels an image of 32 x 32, overwritten: background 0, ink 1
     */
    void draw(int characterClass, RandomStream random, float[] pixels);
}
