package org.rectify.kernels.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out the parts of one piece of work after another.
 *
 * <p>A step of learning is a dozen pieces of some tens of microseconds. Members therefore spin for a while before they park,
 * and nothing is allocated. Nobody waits for a member that has taken no part: on a busy machine the others do its share.
 * Where there are more members than processors they give way at once, since a spinning member would keep from its processor
 * the one it waits for.
 */
final class Team implements AutoCloseable {

    private static final int SPINS_BEFORE_PARKING = 20_000;
    private static final int SPINS_BEFORE_YIELDING = 1_000;

    /** Something in parts that may be done in any order, by any member. */
    @FunctionalInterface
    interface Work {

        /**
         * Does one part.
         *
         * @param member who does it, from 0: the owner of its scratch memory
         */
        void part(int part, int member);
    }

    private final int spinsBeforeParking;
    private final int spinsBeforeYielding;
    private final Thread[] helpers;
    private final AtomicIntegerArray parked;

    /**
     * The number of the round, and in the lower half how many of its parts nobody has taken yet: one word, so that a member
     * that comes late cannot take a part of a round that is over.
     */
    private final AtomicLong untaken = new AtomicLong();

    private final AtomicInteger unfinished = new AtomicInteger();
    private Work work = (part, member) -> {};
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the team.
     *
     * @param members the calling thread among them
     */
    Team(int members) {
        boolean crowded = members > Runtime.getRuntime().availableProcessors();
        spinsBeforeParking = crowded ? 0 : SPINS_BEFORE_PARKING;
        spinsBeforeYielding = crowded ? 0 : SPINS_BEFORE_YIELDING;
        helpers = new Thread[members - 1];
        parked = new AtomicIntegerArray(members - 1);
        for (int i = 0; i < helpers.length; i++) {
            int helper = i;
            helpers[i] = new Thread(() -> help(helper), "rectify-team-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    int members() {
        return helpers.length + 1;
    }

    /** Does all parts, and returns when they are done. */
    void run(Work newWork, int parts) {
        if (helpers.length == 0 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                newWork.part(part, 0);
            }
            return;
        }
        work = newWork;
        unfinished.set(parts);
        untaken.set(((untaken.get() >>> Integer.SIZE) + 1 << Integer.SIZE) + parts);
        for (int i = 0; i < helpers.length; i++) {
            if (parked.get(i) != 0) {
                LockSupport.unpark(helpers[i]);
            }
        }
        takeParts(0);
        for (int spins = 0; unfinished.get() > 0; spins++) {
            if (spins < spinsBeforeYielding) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        rethrow();
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            Team.<RuntimeException>raise(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Takes parts until none is left. The work of a round stands still as long as a part of it is unfinished. */
    private void takeParts(int member) {
        for (long before = untaken.get(); (int) before > 0; before = untaken.get()) {
            if (untaken.compareAndSet(before, before - 1)) {
                try {
                    work.part((int) before - 1, member);
                } catch (Throwable e) {
                    // Checked ones too, which other languages throw undeclared: a dead member would do no part again.
                    failure = e;
                }
                unfinished.decrementAndGet();
            }
        }
    }

    private void help(int helper) {
        int spins = 0;
        while (!closed) {
            if ((int) untaken.get() > 0) {
                takeParts(helper + 1);
                spins = 0;
            } else if (spins < spinsBeforeParking) {
                Thread.onSpinWait();
                spins++;
            } else {
                parked.set(helper, 1);
                if ((int) untaken.get() == 0 && !closed) {
                    LockSupport.park(this);
                }
                parked.set(helper, 0);
                spins = 0;
            }
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
