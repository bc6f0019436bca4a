package org.rectify.report.comparison;

import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.McNemar;
import org.rectify.statistics.MeanEstimate;

/** A test of what two networks told of the same examples. */
public sealed interface AnswersTest {

    /** As it is called. */
    String name();

    /** How many examples both were tested on. */
    int examples();

    /** The two-sided p-value. */
    double p();

    /** The first's mean loss minus the second's: of error rates, or of squared errors. */
    double difference();

    /**
     * Where the difference lies.
     *
     * @param alpha one minus the confidence
     */
    ConfidenceInterval interval(double alpha);

    /** Of classes: the exact test on the examples that one network alone gets wrong. */
    record OfClasses(McNemar pair) implements AnswersTest {

        @Override
        public String name() {
            return "exact McNemar test";
        }

        @Override
        public int examples() {
            return pair.examples();
        }

        @Override
        public double p() {
            return pair.p();
        }

        @Override
        public double difference() {
            return pair.riskDifference();
        }

        @Override
        public ConfidenceInterval interval(double alpha) {
            return pair.interval(alpha);
        }
    }

    /**
     * Of numbers: Student's t over examples.
     *
     * @param differences of the squared errors of each example
     */
    record OfNumbers(MeanEstimate differences) implements AnswersTest {

        @Override
        public String name() {
            return "paired t-test of squared errors";
        }

        @Override
        public int examples() {
            return differences.count();
        }

        @Override
        public double p() {
            return differences.p(0);
        }

        @Override
        public double difference() {
            return differences.mean();
        }

        @Override
        public ConfidenceInterval interval(double alpha) {
            return differences.interval(alpha);
        }
    }
}
