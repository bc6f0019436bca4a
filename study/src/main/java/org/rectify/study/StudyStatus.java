package org.rectify.study;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a study is.
 *
 * @param done trials that ran to their end, diverged ones included
 * @param failed trials that could not be run
 * @param running trials under way in this process
 * @param elsewhere trials under way in other processes
 * @param total trials that the study takes, as far as is known
 * @param best the lowest validation value so far; empty before the first trial is done
 * @param left how long it will take still; empty before there is anything to go by
 */
public record StudyStatus(
        int done, int failed, int running, int elsewhere, int total, Optional<Best> best, Optional<Duration> left) {

    /**
     * The lowest validation value so far.
     *
     * @param cell whose trial it is of
     */
    public record Best(String cell, String metric, double value) {}
}
