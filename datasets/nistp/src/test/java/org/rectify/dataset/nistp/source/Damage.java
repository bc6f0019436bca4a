package org.rectify.dataset.nistp.source;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Spoils files for tests of readers. */
final class Damage {

    private Damage() {}

    /** A copy with one to four bytes changed or bits turned, some cut off, some with a piece taken out. */
    static byte[] applied(byte[] whole, SplittableRandom random) {
        byte[] spoiled = whole.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            int place = random.nextInt(random.nextBoolean() ? spoiled.length : Math.min(300, spoiled.length));
            switch (random.nextInt(8)) {
                case 0 -> spoiled = Arrays.copyOf(spoiled, Math.max(1, place));
                case 1 -> spoiled = without(spoiled, place, random.nextInt(20));
                case 2, 3, 4 -> spoiled[place] ^= (byte) (1 << random.nextInt(8));
                default -> spoiled[place] = (byte) random.nextInt(256);
            }
        }
        return spoiled;
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        int to = Math.min(bytes.length, from + length);
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest.length == 0 ? new byte[1] : rest;
    }
}
