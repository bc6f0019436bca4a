package org.rectify.engine.data;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * What a number that is to be told is like.
 *
 * @param mean over examples
 * @param deviation its standard deviation: the root mean squared error of telling the mean of all
 * @param lowest found
 * @param highest found
 */
public record TargetStatistics(double mean, double deviation, double lowest, double highest) {

    /** Of at least one number. */
    static TargetStatistics of(double... values) {
        DoubleSummaryStatistics summary = DoubleStream.of(values).summaryStatistics();
        double mean = summary.getAverage();
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new TargetStatistics(mean, Math.sqrt(squares / values.length), summary.getMin(), summary.getMax());
    }
}
