package org.rectify.dataset.reviews.synthetic;

import java.util.SplittableRandom;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Split;

/** A linear model under a softmax, learned example by example: a yardstick for data, written for brevity. */
final class SoftmaxRegression {

    private final int classes;
    private final double[][] weights;
    private final double[] biases;

    SoftmaxRegression(int inputs, int classes) {
        this.classes = classes;
        this.weights = new double[inputs][classes];
        this.biases = new double[classes];
    }

    void learn(Split split, int epochs, double rate) {
        SplittableRandom random = new SplittableRandom(1);
        CompressedRows rows = (CompressedRows) split.features();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double epochRate = rate / (1 + epoch);
            for (int step = 0; step < split.size(); step++) {
                int row = random.nextInt(split.size());
                double[] gradient = probabilities(rows, row);
                gradient[split.label(row)] -= 1;
                for (int k = 0; k < classes; k++) {
                    biases[k] -= epochRate * gradient[k];
                    for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
                        weights[rows.column(entry)][k] -= epochRate * gradient[k];
                    }
                }
            }
        }
    }

    double[] probabilities(CompressedRows rows, int row) {
        double[] scores = biases.clone();
        for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
            for (int k = 0; k < classes; k++) {
                scores[k] += weights[rows.column(entry)][k];
            }
        }
        return normalised(scores);
    }

    /** Exponentials that add up to 1. */
    static double[] normalised(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }
}
