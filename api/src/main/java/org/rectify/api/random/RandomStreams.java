package org.rectify.api.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random streams of one run: independent, named by purpose, all derived from one master seed (item 86).
 *
 * <p>A stream is a function of (seed, name, index) alone: who asks, when, and on which thread changes nothing.
 *
 * @param seed the master seed
 * @param scope the prefix of every name, empty or ending in a slash
 * @since 0.1
 */
public record RandomStreams(long seed, String scope) {

    /** All streams of a master seed. */
    public RandomStreams(long seed) {
        this(seed, "");
    }

    /** The same streams below a prefix: {@code within("layer-1").stream("init")} is {@code stream("layer-1/init")}. */
    public RandomStreams within(String purpose) {
        return new RandomStreams(seed, scope + purpose + "/");
    }

    /**
     * A stream from its beginning.
     *
     * @param name what the numbers are for, such as {@code "shuffle/epoch-3"}
     */
    public RandomStream stream(String name) {
        return stream(name, 0);
    }

    /**
     * One of the 2<sup>64</sup> independent streams of a name: example i of a generator is computed from stream i alone.
     *
     * @param index any number
     */
    public RandomStream stream(String name, long index) {
        byte[] digest = sha256(seed + "\n" + scope + name);
        return new RandomStream(littleEndian(digest, 0), littleEndian(digest, 8), index);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static long littleEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }
}
