package org.rectify.kernels.vector;

import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * The inputs of a minibatch, drawn at random, the same every time.
 *
 * <p>Every example has equally many active inputs, each as likely as any other. Real units differ from one another, so that
 * a real minibatch leaves a few more inputs untouched.
 */
final class DrawnInputs {

    private final int inputs;
    private final int minibatch;
    private final int activeOfExample;
    private final float[] rows;

    /**
     * @param active fraction of the inputs that are not zero, at least one of them
     */
    DrawnInputs(int inputs, int minibatch, double active) {
        this.inputs = inputs;
        this.minibatch = minibatch;
        this.activeOfExample = (int) Math.max(1, Math.round(active * inputs));
        this.rows = new float[Math.multiplyExact(inputs, minibatch)];
        RandomStream random = new RandomStreams(1).stream("inputs");
        for (int example = 0; example < minibatch; example++) {
            draw(random, example * inputs);
        }
    }

    private void draw(RandomStream random, int row) {
        int wanted = activeOfExample;
        for (int input = 0; input < inputs; input++) {
            // Of all that are left as many are taken as are still wanted: every choice is equally likely.
            if (random.nextDouble() * (inputs - input) < wanted) {
                rows[row + input] = 0.5f + random.nextFloat();
                wanted--;
            }
        }
    }

    /** One example after another; the array itself. */
    float[] rows() {
        return rows;
    }

    /** How many inputs are not zero, over all examples. */
    long nonzeros() {
        return (long) activeOfExample * minibatch;
    }

    /** How many inputs are not zero for some example. */
    long touched() {
        long count = 0;
        for (int input = 0; input < inputs; input++) {
            boolean any = false;
            for (int example = 0; example < minibatch; example++) {
                any |= rows[example * inputs + input] != 0;
            }
            count += any ? 1 : 0;
        }
        return count;
    }
}
