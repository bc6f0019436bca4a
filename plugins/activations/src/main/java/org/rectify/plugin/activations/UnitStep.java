package org.rectify.plugin.activations;

/** The step from 0 to 1 as arithmetic, so that the compiler vectorises the loops it stands in. */
final class UnitStep {

    private UnitStep() {}

    /** 1 where z is positive, 0 where it is not: the powers of two take the smallest positive float beyond 1. */
    static float of(float z) {
        return Math.min(1, Math.max(0, z * 0x1p100f * 0x1p100f));
    }
}
