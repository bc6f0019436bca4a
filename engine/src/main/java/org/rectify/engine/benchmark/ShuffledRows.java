package org.rectify.engine.benchmark;

import java.util.Arrays;
import org.rectify.api.random.RandomStreams;

/** Rows of a split in an order that is drawn anew for every pass. */
final class ShuffledRows {

    private final int[] order;
    private final RandomStreams random;
    private int next;
    private int pass;

    /**
     * @param rows number of rows
     */
    ShuffledRows(int rows, RandomStreams random) {
        this.order = new int[rows];
        this.random = random;
        this.next = rows;
        Arrays.setAll(order, row -> row);
    }

    /** The rows; {@link #take} tells which of them. */
    int[] order() {
        return order;
    }

    /** Takes so many rows, and returns the place of the first in {@link #order()}. */
    int take(int count) {
        if (next + count > order.length) {
            pass++;
            random.stream("shuffle/epoch-" + pass).shuffle(order);
            next = 0;
        }
        next += count;
        return next - count;
    }
}
