package org.rectify.engine.backend;

/**
 * The softmax output layer's end: log-probabilities, cost and gradient, in log-sum-exp form (items 13 and 16).
 *
 * <p>Never NaN for finite pre-activations, however large.
 */
public final class SoftmaxOutput {

    private SoftmaxOutput() {}

    /**
     * Turns the pre-activations of one example into log-probabilities, in place.
     *
     * @param s pre-activations of all examples, row after row, each of {@code classes} elements
     * @param row the example
     */
    public static void logProbabilities(double[] s, int row, int classes) {
        int start = row * classes;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = start; k < start + classes; k++) {
            highest = Math.max(highest, s[k]);
        }
        double sum = 0;
        for (int k = start; k < start + classes; k++) {
            sum += Math.exp(s[k] - highest);
        }
        double logSum = highest + Math.log(sum);
        for (int k = start; k < start + classes; k++) {
            s[k] -= logSum;
        }
    }

    /** The class of highest log-probability in a row; of equals the first. */
    public static int predicted(double[] logProbabilities, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (logProbabilities[row * classes + k] > logProbabilities[row * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    /** How many examples of a minibatch have another class than the predicted one. */
    public static int countWrong(double[] logProbabilities, Minibatch batch, int classes) {
        int wrong = 0;
        for (int example = 0; example < batch.size(); example++) {
            wrong += predicted(logProbabilities, example, classes) == batch.label(example) ? 0 : 1;
        }
        return wrong;
    }

    /**
     * The gradient of the mean cost with respect to the pre-activations of one example.
     *
     * @param gradient overwritten at the example's row
     * @param scale one over the number of examples
     */
    public static void gradient(
            double[] logProbabilities, int row, int classes, int label, double scale, double[] gradient) {
        for (int k = 0; k < classes; k++) {
            int at = row * classes + k;
            gradient[at] = scale * (Math.exp(logProbabilities[at]) - (k == label ? 1 : 0));
        }
    }
}
