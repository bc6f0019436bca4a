package org.rectify.engine.guard;

import java.util.Arrays;

/**
 * Copies of array ranges, with margins that nobody may touch: the first call of a bulk form works on such, so that what it
 * leaves unwritten, or writes elsewhere, is found.
 */
final class Window {

    /** Where the range begins. */
    static final int MARGIN = 16;

    /** NaNs of a kind that arithmetic does not make. */
    private static final int UNTOUCHED = 0x7fc5a5a5;

    private static final long UNTOUCHED_DOUBLE = 0x7ff85a5a5a5a5a5aL;

    private Window() {}

    /** Where a range of so many elements ends. */
    static int end(int length) {
        return MARGIN + length;
    }

    /** A range nobody has written to. */
    static float[] blank(int length) {
        float[] window = new float[length + 2 * MARGIN];
        Arrays.fill(window, Float.intBitsToFloat(UNTOUCHED));
        return window;
    }

    /** The elements of a range. */
    static float[] of(float[] source, int from, int to) {
        float[] window = blank(to - from);
        System.arraycopy(source, from, window, MARGIN, to - from);
        return window;
    }

    /** The elements of a range. */
    static double[] of(double[] source, int from, int length) {
        double[] window = blankDoubles(length);
        System.arraycopy(source, from, window, MARGIN, length);
        return window;
    }

    /** A range nobody has written to. */
    static double[] blankDoubles(int length) {
        double[] window = new double[length + 2 * MARGIN];
        Arrays.fill(window, Double.longBitsToDouble(UNTOUCHED_DOUBLE));
        return window;
    }

    /**
     * Copies a window's range back.
     *
     * @throws PluginFault when the margins were written to
     */
    static void copyBack(Call call, String what, float[] window, float[] target, int from) {
        requireMargins(call, what, window);
        System.arraycopy(window, MARGIN, target, from, window.length - 2 * MARGIN);
    }

    /** The same of doubles. */
    static void copyBack(Call call, String what, double[] window, double[] target, int from) {
        requireMargins(call, what, window);
        System.arraycopy(window, MARGIN, target, from, window.length - 2 * MARGIN);
    }

    private static void requireMargins(Call call, String what, float[] window) {
        for (int i = 0; i < window.length; i++) {
            if (isMargin(i, window.length) && Float.floatToRawIntBits(window[i]) != UNTOUCHED) {
                throw outside(call, what, i, window.length);
            }
        }
    }

    private static void requireMargins(Call call, String what, double[] window) {
        for (int i = 0; i < window.length; i++) {
            if (isMargin(i, window.length) && Double.doubleToRawLongBits(window[i]) != UNTOUCHED_DOUBLE) {
                throw outside(call, what, i, window.length);
            }
        }
    }

    private static boolean isMargin(int place, int length) {
        return place < MARGIN || place >= length - MARGIN;
    }

    private static PluginFault outside(Call call, String what, int place, int length) {
        return call.fault("writes " + what + " " + (place - MARGIN) + " of a range " + range(length));
    }

    /** Refuses a range of which something was not written. */
    static void requireWritten(Call call, String what, float[] window) {
        requireMargins(call, what, window);
        for (int i = MARGIN; i < window.length - MARGIN; i++) {
            if (Float.floatToRawIntBits(window[i]) == UNTOUCHED) {
                throw unwritten(call, what, i, window.length);
            }
        }
    }

    /** The same of doubles. */
    static void requireWritten(Call call, String what, double[] window) {
        requireMargins(call, what, window);
        for (int i = MARGIN; i < window.length - MARGIN; i++) {
            if (Double.doubleToRawLongBits(window[i]) == UNTOUCHED_DOUBLE) {
                throw unwritten(call, what, i, window.length);
            }
        }
    }

    private static PluginFault unwritten(Call call, String what, int place, int length) {
        return call.fault("does not write " + what + " " + (place - MARGIN) + " of a range " + range(length));
    }

    private static String range(int length) {
        return "from 0 to " + (length - 2 * MARGIN - 1);
    }

    /** Refuses a range that was to be left untouched and was not. */
    static void requireUntouched(Call call, String what, float[] window, float[] source, int from) {
        for (int i = MARGIN; i < window.length - MARGIN; i++) {
            if (Float.floatToRawIntBits(window[i]) != Float.floatToRawIntBits(source[from + i - MARGIN])) {
                throw call.fault("changes " + what + ", which it must leave untouched");
            }
        }
    }

    /** The same of doubles. */
    static void requireUntouched(Call call, String what, double[] window, double[] source, int from) {
        for (int i = MARGIN; i < window.length - MARGIN; i++) {
            if (Double.doubleToRawLongBits(window[i]) != Double.doubleToRawLongBits(source[from + i - MARGIN])) {
                throw call.fault("changes " + what + ", which it must leave untouched");
            }
        }
    }
}
