package org.rectify.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * A mean, or a difference of means, and how far it can be trusted by Student's t.
 *
 * <p>Of the differences of pairs it is the paired t-test. Where all values are equal their spread says nothing; the p-value is
 * then that of the sign test, and the interval a point.
 *
 * @param count of values, at least 2
 * @param mean of them
 * @param deviation their standard deviation; of two groups, the root of their mean variance
 * @param standardError of the mean
 * @param degreesOfFreedom of its t distribution
 */
public record MeanEstimate(int count, double mean, double deviation, double standardError, double degreesOfFreedom) {

    private static final double RELATIVE_ROUNDING = 1e-9;
    private static final double ABSOLUTE_ROUNDING = 1e-14;

    /**
     * Of independent values: results of seeds, or differences between two arms' results of the same seed.
     *
     * @param values at least two
     */
    public static MeanEstimate of(double... values) {
        return ofResamples(0, values);
    }

    /**
     * Of values from overlapping training sets, by Nadeau's and Bengio's correction: the variance of the mean is
     * (1 / k + test / train) times that of the k values.
     *
     * @param testToTrain size of a fold's test set by that of its training set; 1 / 9 for ten folds
     * @param values of each fold, at least two
     */
    public static MeanEstimate ofResamples(double testToTrain, double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(values.length + " values have no spread; at least two are needed");
        }
        double mean = Mean.of(values).getAsDouble();
        double deviation = rounded(Math.sqrt(Variance.of(values).getAsDouble()), mean);
        return new MeanEstimate(
                values.length,
                mean,
                deviation,
                deviation * Math.sqrt(1.0 / values.length + testToTrain),
                values.length - 1.0);
    }

    /**
     * Of the difference between two groups that are not paired, by Welch's t-test.
     *
     * @param first at least two values
     * @param second at least two values; their mean is subtracted
     */
    public static MeanEstimate ofGroups(double[] first, double[] second) {
        double mean = Mean.of(first).getAsDouble() - Mean.of(second).getAsDouble();
        double firstVariance = Variance.of(first).getAsDouble();
        double secondVariance = Variance.of(second).getAsDouble();
        double deviation = rounded(Math.sqrt((firstVariance + secondVariance) / 2), mean);
        double degrees = deviation == 0
                ? first.length + second.length - 2.0
                : TTest.withDefaults()
                        .with(DataDispersion.HETEROSCEDASTIC)
                        .test(first, second)
                        .getDegreesOfFreedom();
        double error = deviation == 0 ? 0 : Math.sqrt(firstVariance / first.length + secondVariance / second.length);
        return new MeanEstimate(first.length + second.length, mean, deviation, error, degrees);
    }

    /** Differences of decimal fractions that are equal on paper differ in their last bits. */
    private static double rounded(double deviation, double mean) {
        return deviation <= Math.max(ABSOLUTE_ROUNDING, RELATIVE_ROUNDING * Math.abs(mean)) ? 0 : deviation;
    }

    /** Standard errors between the mean and an expected one; infinite or NaN where there is no spread. */
    public double t(double expected) {
        return (mean - expected) / standardError;
    }

    /** Two-sided p-value of the test that the true mean is the expected one. */
    public double p(double expected) {
        if (standardError == 0) {
            boolean equal =
                    Math.abs(mean - expected) <= Math.max(ABSOLUTE_ROUNDING, RELATIVE_ROUNDING * Math.abs(expected));
            return equal ? 1 : Math.pow(2, 1.0 - count);
        }
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t(expected))));
    }

    /**
     * The t interval of the mean.
     *
     * @param alpha one minus the confidence
     */
    public ConfidenceInterval interval(double alpha) {
        double half = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2) * standardError;
        return new ConfidenceInterval(mean - half, mean + half);
    }

    /** Cohen's d: deviations between the mean and an expected one; infinite or NaN where there is no spread. */
    public double cohensD(double expected) {
        return (mean - expected) / deviation;
    }
}
