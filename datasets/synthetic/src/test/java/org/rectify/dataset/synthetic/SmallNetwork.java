package org.rectify.dataset.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;

/**
 * A rectifier network under a softmax, learned by stochastic gradient descent one example at a time: a yardstick for data,
 * written for brevity. Without hidden layers it is multinomial logistic regression.
 */
final class SmallNetwork {

    private final int[] sizes;
    private final float[][][] weights;
    private final float[][] biases;
    private final float[][] outputs;
    private final float[][] gradients;

    SmallNetwork(List<Integer> sizes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.sizes = sizes.stream().mapToInt(Integer::intValue).toArray();
        int layers = this.sizes.length - 1;
        weights = new float[layers][][];
        biases = new float[layers][];
        outputs = new float[layers + 1][];
        gradients = new float[layers + 1][];
        for (int layer = 0; layer <= layers; layer++) {
            outputs[layer] = new float[this.sizes[layer]];
            gradients[layer] = new float[this.sizes[layer]];
        }
        for (int layer = 0; layer < layers; layer++) {
            double bound = Math.sqrt(6.0 / (this.sizes[layer] + this.sizes[layer + 1]));
            weights[layer] = new float[this.sizes[layer]][this.sizes[layer + 1]];
            biases[layer] = new float[this.sizes[layer + 1]];
            for (float[] row : weights[layer]) {
                for (int unit = 0; unit < row.length; unit++) {
                    row[unit] = (float) random.nextDouble(-bound, bound);
                }
            }
        }
    }

    void learn(Split split, int epochs, float rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, split.size()).toArray();
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            float epochRate = rate * (1 - epoch / (float) epochs);
            for (int row : order) {
                forward(split, row);
                backward(split.label(row), epochRate);
            }
        }
    }

    double errorRate(Split split) {
        int errors = 0;
        for (int row = 0; row < split.size(); row++) {
            forward(split, row);
            float[] scores = outputs[outputs.length - 1];
            int best = 0;
            for (int label = 1; label < scores.length; label++) {
                best = scores[label] > scores[best] ? label : best;
            }
            errors += best == split.label(row) ? 0 : 1;
        }
        return errors / (double) split.size();
    }

    private void forward(Split split, int row) {
        ((DenseFeatures) split.features()).copyRow(row, outputs[0], 0);
        for (int layer = 0; layer < weights.length; layer++) {
            float[] input = outputs[layer];
            float[] output = outputs[layer + 1];
            System.arraycopy(biases[layer], 0, output, 0, output.length);
            for (int i = 0; i < input.length; i++) {
                if (input[i] != 0) {
                    float[] from = weights[layer][i];
                    for (int unit = 0; unit < output.length; unit++) {
                        output[unit] += input[i] * from[unit];
                    }
                }
            }
            for (int unit = 0; layer < weights.length - 1 && unit < output.length; unit++) {
                output[unit] = Math.max(0, output[unit]);
            }
        }
    }

    private void backward(int label, float rate) {
        softmaxGradient(label);
        for (int layer = weights.length - 1; layer >= 0; layer--) {
            float[] input = outputs[layer];
            float[] gradient = gradients[layer + 1];
            float[] below = gradients[layer];
            Arrays.fill(below, 0);
            for (int i = 0; i < sizes[layer]; i++) {
                if (input[i] != 0) {
                    float[] from = weights[layer][i];
                    float sum = 0;
                    for (int unit = 0; unit < gradient.length; unit++) {
                        sum += from[unit] * gradient[unit];
                        from[unit] -= rate * input[i] * gradient[unit];
                    }
                    below[i] = sum;
                }
            }
            for (int unit = 0; unit < gradient.length; unit++) {
                biases[layer][unit] -= rate * gradient[unit];
            }
        }
    }

    private void softmaxGradient(int label) {
        float[] scores = outputs[outputs.length - 1];
        float[] gradient = gradients[gradients.length - 1];
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        float sum = 0;
        for (int unit = 0; unit < scores.length; unit++) {
            gradient[unit] = (float) Math.exp(scores[unit] - highest);
            sum += gradient[unit];
        }
        for (int unit = 0; unit < scores.length; unit++) {
            gradient[unit] = gradient[unit] / sum - (unit == label ? 1 : 0);
        }
    }
}
