package org.rectify.dataset.formats;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of numbers that matrix files hold, all little-endian (item 51). */
public enum MatrixElement {
    /** Unsigned bytes. */
    BYTE(0x1E3D4C55, 1),
    /** Signed numbers of 16 bits. */
    INT16(0x1E3D4C56, 2),
    /** Signed numbers of 32 bits. */
    INT32(0x1E3D4C54, 4),
    /** Floating-point numbers of 32 bits. */
    FLOAT32(0x1E3D4C51, 4),
    /** Floating-point numbers of 64 bits. */
    FLOAT64(0x1E3D4C53, 8);

    private final int magic;
    private final int bytes;

    MatrixElement(int magic, int bytes) {
        this.magic = magic;
        this.bytes = bytes;
    }

    /** The number that a file of such elements begins with. */
    public int magic() {
        return magic;
    }

    /** Bytes of an element. */
    public int bytes() {
        return bytes;
    }

    static Optional<MatrixElement> of(int magic) {
        return Arrays.stream(values()).filter(element -> element.magic == magic).findFirst();
    }
}
