package org.rectify.engine.backend.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out the parts of one piece of work after another.
 *
 * <p>A step of learning is a dozen pieces of some tens of microseconds. Members therefore spin for a while before they park,
 * and nothing is allocated.
 */
final class Team implements AutoCloseable {

    private static final int SPINS_BEFORE_PARKING = 20_000;
    private static final int SPINS_BEFORE_YIELDING = 5_000;

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

    private final Thread[] helpers;
    private final AtomicIntegerArray parked;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private Work work = (part, member) -> {};
    private int parts;
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the team.
     *
     * @param members the calling thread among them
     */
    Team(int members) {
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
    void run(Work newWork, int count) {
        if (helpers.length == 0 || count == 1) {
            for (int part = 0; part < count; part++) {
                newWork.part(part, 0);
            }
            return;
        }
        work = newWork;
        parts = count;
        next.set(0);
        busy.set(helpers.length);
        round++;
        for (int i = 0; i < helpers.length; i++) {
            if (parked.get(i) != 0) {
                LockSupport.unpark(helpers[i]);
            }
        }
        takeParts(0);
        for (int spins = 0; busy.get() > 0; spins++) {
            if (spins < SPINS_BEFORE_YIELDING) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        rethrow();
    }

    private void rethrow() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void takeParts(int member) {
        try {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                work.part(part, member);
            }
        } catch (RuntimeException | Error e) {
            next.set(parts);
            failure = e;
        }
    }

    private void help(int helper) {
        int seen = 0;
        while (true) {
            awaitRoundAfter(seen, helper);
            if (closed) {
                return;
            }
            seen = round;
            takeParts(helper + 1);
            busy.decrementAndGet();
        }
    }

    private void awaitRoundAfter(int seen, int helper) {
        for (int spins = 0; round == seen && !closed; spins++) {
            if (spins < SPINS_BEFORE_PARKING) {
                Thread.onSpinWait();
            } else {
                parked.set(helper, 1);
                if (round == seen && !closed) {
                    LockSupport.park(this);
                }
                parked.set(helper, 0);
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
