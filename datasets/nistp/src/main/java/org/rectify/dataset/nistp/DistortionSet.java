package org.rectify.dataset.nistp;

/** A named set of distortions. */
public enum DistortionSet {
    /** Slant, thickness, affine, local elastic, pinch. */
    NISTP,
    /** These and all further ones. */
    P07
}
