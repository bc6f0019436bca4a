package org.rectify.dataset.norb;

import org.rectify.dataset.norb.image.Reduction;

/** How an image of a camera is made smaller (item 52). */
public enum Resampling {
    /** The mean of the square that a new pixel covers. */
    AREA {
        @Override
        Reduction reduction(int from, int to) {
            return Reduction.area(from, to);
        }
    },
    /** The bilinear interpolation at the middle of a new pixel. */
    BILINEAR {
        @Override
        Reduction reduction(int from, int to) {
            return Reduction.bilinear(from, to);
        }
    };

    abstract Reduction reduction(int from, int to);
}
