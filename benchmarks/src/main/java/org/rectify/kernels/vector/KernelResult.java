package org.rectify.kernels.vector;

import org.openjdk.jmh.util.Statistics;

/**
 * How fast a kernel was.
 *
 * @param microseconds of a call, median
 * @param fastest microseconds
 * @param slowest microseconds
 * @param gflops multiply-adds done, two operations each, in 10<sup>9</sup> a second
 * @param gigabytes weights read and written, in 10<sup>9</sup> bytes a second
 * @param ofPeak fraction of the machine's arithmetic
 * @param ofBandwidth fraction of what the cache or memory that holds the weights delivers
 */
record KernelResult(
        KernelCase measured,
        double microseconds,
        double fastest,
        double slowest,
        double gflops,
        double gigabytes,
        double ofPeak,
        double ofBandwidth) {

    /** From the times of calls. */
    static KernelResult of(KernelCase measured, Statistics times, MachineLimits machine) {
        double microseconds = times.getPercentile(50);
        KernelCase.Work work = measured.work();
        double gflops = work.gflops(microseconds);
        double gigabytes = work.gigabytes(microseconds);
        return new KernelResult(
                measured,
                microseconds,
                times.getMin(),
                times.getMax(),
                gflops,
                gigabytes,
                gflops / machine.gflops(),
                gigabytes
                        / machine.bandwidth(measured.layer(), measured.kernel().writes()));
    }
}
