package org.rectify.kernels;

import org.rectify.api.optimizer.Step;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.schedule.Schedule;

/** How far a fine-tuning is, told to everything that learns; one object for all steps. */
public final class LearningStep implements Step {

    private final Schedule schedule;
    private final int epochs;
    private final long updatesPerEpoch;
    private final RandomStreams random;
    private RandomStream dropout;
    private long update;
    private int epoch;
    private double rateFactor = 1;

    /**
     * The state before the first step.
     *
     * @param schedule of the learning rate
     * @param epochs at most
     * @param random draws what dropout leaves out
     */
    public LearningStep(Schedule schedule, int epochs, long updatesPerEpoch, RandomStreams random) {
        this.schedule = schedule;
        this.epochs = epochs;
        this.updatesPerEpoch = Math.max(1, updatesPerEpoch);
        this.random = random;
        this.dropout = random.stream("dropout");
    }

    /** Steps at a constant rate, one epoch without end: for measurements and tests. */
    public static LearningStep endless() {
        LearningStep step = new LearningStep(progress -> 1, 1, Long.MAX_VALUE, new RandomStreams(1));
        step.begin(1);
        return step;
    }

    /** Begins an epoch, with a stream of its own. */
    public void begin(int newEpoch) {
        epoch = newEpoch;
        dropout = random.stream("dropout/epoch-" + newEpoch);
        rateFactor = schedule.factor(this);
    }

    /** Goes on to the next minibatch. */
    public void next() {
        update++;
        rateFactor = schedule.factor(this);
    }

    @Override
    public long update() {
        return update;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public long updatesPerEpoch() {
        return updatesPerEpoch;
    }

    @Override
    public double rateFactor() {
        return rateFactor;
    }

    /** The epoch's stream of what dropout leaves out, read on from minibatch to minibatch. */
    public RandomStream dropout() {
        return dropout;
    }
}
