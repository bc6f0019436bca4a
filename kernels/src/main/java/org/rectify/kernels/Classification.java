package org.rectify.kernels;

/** Which class is predicted, by predictions that rise with the probability of a class. */
public final class Classification {

    private Classification() {}

    /** The class of the highest prediction in a row; of equals the first. */
    public static int predicted(double[] predictions, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (predictions[row * classes + k] > predictions[row * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    /** How many examples of a minibatch have another class than the predicted one. */
    public static int countWrong(double[] predictions, Minibatch batch, int classes) {
        int wrong = 0;
        for (int example = 0; example < batch.size(); example++) {
            wrong += predicted(predictions, example, classes) == batch.label(example) ? 0 : 1;
        }
        return wrong;
    }
}
