package org.rectify.dataset.nistp.source;

import java.util.Arrays;

/**
 * A character as the pen wrote it.
 *
 * @param writer who wrote it
 * @param characterClass from 0 to 61
 * @param points x and y of each point in turn, y growing downward
 * @param ends of each stroke, the number of points up to and with its last
 */
@SuppressWarnings("ArrayRecordComponent")
record PenStrokes(String writer, int characterClass, float[] points, int[] ends) {

    /** The larger of width and height. */
    float extent() {
        return Math.max(highest(0) - lowest(0), highest(1) - lowest(1));
    }

    /** The distance from top to bottom. */
    float height() {
        return highest(1) - lowest(1);
    }

    /**
     * The same, larger by a factor, the middle of its box at (x, y), without points that lie closer to the one before than
     * {@code nearest}, but for the last of a stroke.
     */
    PenStrokes placed(float factor, float x, float y, float nearest) {
        float middleX = (lowest(0) + highest(0)) / 2;
        float middleY = (lowest(1) + highest(1)) / 2;
        float[] placed = new float[points.length];
        int[] placedEnds = new int[ends.length];
        int length = 0;
        int point = 0;
        for (int stroke = 0; stroke < ends.length; stroke++) {
            int first = length;
            for (; point < ends[stroke]; point++) {
                placed[length] = x + factor * (points[2 * point] - middleX);
                placed[length + 1] = y + factor * (points[2 * point + 1] - middleY);
                boolean ends = point == this.ends[stroke] - 1;
                if (ends || length == first || distance(placed, length) >= nearest) {
                    length += 2;
                }
            }
            placedEnds[stroke] = length / 2;
        }
        return new PenStrokes(writer, characterClass, Arrays.copyOf(placed, length), placedEnds);
    }

    private static double distance(float[] points, int at) {
        return Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1]);
    }

    private float lowest(int axis) {
        float lowest = points[axis];
        for (int i = axis; i < points.length; i += 2) {
            lowest = Math.min(lowest, points[i]);
        }
        return lowest;
    }

    private float highest(int axis) {
        float highest = points[axis];
        for (int i = axis; i < points.length; i += 2) {
            highest = Math.max(highest, points[i]);
        }
        return highest;
    }
}
