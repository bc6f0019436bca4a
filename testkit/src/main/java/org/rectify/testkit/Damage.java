package org.rectify.testkit;

import java.util.Arrays;

/**
 * One way to spoil a file, for tests of readers: of whatever damage, a reader makes sense or a data error, and nothing else.
 *
 * @param kind from 0 to {@link #KINDS} - 1: another byte, another byte or bit of the header, an early end, further bytes
 * @param place where, 0 or above; taken modulo what there is
 * @param value the new byte, or which bit
 * @since 0.1
 */
public record Damage(int kind, int place, int value) {

    /** How many kinds there are. */
    public static final int KINDS = 5;

    /**
     * The damaged copy of a file.
     *
     * @param header how many bytes at the beginning two of the kinds aim at, above 0
     */
    public byte[] applied(byte[] content, int header) {
        if (content.length == 0) {
            return new byte[] {(byte) value};
        }
        byte[] spoiled = content.clone();
        int early = place % Math.min(header, content.length);
        switch (kind) {
            case 0 -> spoiled[place % content.length] = (byte) value;
            case 1 -> spoiled[early] = (byte) value;
            case 2 -> spoiled[early] ^= (byte) (1 << value % 8);
            case 3 -> spoiled = Arrays.copyOf(content, place % content.length);
            default -> {
                spoiled = Arrays.copyOf(content, content.length + 1 + place % 16);
                spoiled[spoiled.length - 1] = (byte) value;
            }
        }
        return spoiled;
    }
}
