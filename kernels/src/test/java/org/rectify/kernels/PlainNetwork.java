package org.rectify.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.random.RandomStream;

/**
 * A network and all it may learn by, in plain loops over 64-bit numbers, example after example: what both backends are held to.
 *
 * <p>It shares nothing with them but the random stream from which dropout is drawn.
 */
final class PlainNetwork {

    /** What a hidden layer does to the pre-activations of one example. */
    interface Neuron {

        double[] value(double[] z);

        /** The gradient with respect to z, from that with respect to the outputs. */
        double[] backward(double[] z, double[] gradient);

        static Neuron elementwise(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
            return new Neuron() {
                @Override
                public double[] value(double[] z) {
                    return Arrays.stream(z).map(value).toArray();
                }

                @Override
                public double[] backward(double[] z, double[] gradient) {
                    double[] result = new double[z.length];
                    Arrays.setAll(result, i -> gradient[i] * derivative.applyAsDouble(z[i]));
                    return result;
                }
            };
        }
    }

    /** What the scores of one example cost. */
    interface Cost {

        /**
         * The cost.
         *
         * @param gradient overwritten with that of the cost
         */
        double of(int example, double[] scores, double[] gradient);
    }

    /** One step of an optimizer for one number. */
    interface Rule {

        /**
         * The number after the step.
         *
         * @param memory two numbers, zero before the first step
         * @param step from 1
         */
        double step(double number, double gradient, double[] memory, double rateFactor, long step);
    }

    /** What outputs, weights and biases pay, and the derivatives, which are added to gradients. */
    interface Penalty {

        default double outputs(int layer, double[][] a, double[][] gradient) {
            return 0;
        }

        default double weights(double[][] weights, double[][] gradient) {
            return 0;
        }

        default double biases(double[] biases, double[] gradient) {
            return 0;
        }

        static Penalty ofOutputs(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
            return new Penalty() {
                @Override
                public double outputs(int layer, double[][] a, double[][] gradient) {
                    double cost = 0;
                    for (int i = 0; i < a.length; i++) {
                        for (int j = 0; j < a[i].length; j++) {
                            cost += value.applyAsDouble(a[i][j]) / a.length;
                            gradient[i][j] += derivative.applyAsDouble(a[i][j]) / a.length;
                        }
                    }
                    return cost;
                }
            };
        }

        static Penalty ofWeights(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
            return new Penalty() {
                @Override
                public double weights(double[][] weights, double[][] gradient) {
                    double cost = 0;
                    for (int i = 0; i < weights.length; i++) {
                        cost += ofRow(weights[i], gradient[i], value, derivative);
                    }
                    return cost;
                }
            };
        }

        static Penalty ofBiases(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
            return new Penalty() {
                @Override
                public double biases(double[] biases, double[] gradient) {
                    return ofRow(biases, gradient, value, derivative);
                }
            };
        }

        private static double ofRow(
                double[] row, double[] gradient, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
            double cost = 0;
            for (int j = 0; j < row.length; j++) {
                cost += value.applyAsDouble(row[j]);
                gradient[j] += derivative.applyAsDouble(row[j]);
            }
            return cost;
        }
    }

    /**
     * How it learns.
     *
     * @param penalties each with a cost of its own
     * @param hiddenDropout of each hidden layer
     */
    record Learning(
            Rule rule,
            List<Penalty> penalties,
            double inputDropout,
            double[] hiddenDropout,
            OptionalDouble maxNorm,
            double[] classWeights) {}

    final double[][][] weights;
    final double[][] biases;
    private final Neuron neuron;
    private final double[][] signs;
    private final Learning learning;
    private final double[][][][] weightMemories;
    private final double[][][] biasMemories;

    /** Means over the examples learned from. */
    double outputCost;

    final double[] penaltyCosts;
    private long examples;
    private long steps;

    /**
     * @param weights of each layer, inputs x units
     * @param biases of each layer
     * @param signs of the outputs of each hidden layer
     */
    PlainNetwork(double[][][] weights, double[][] biases, Neuron neuron, double[][] signs, Learning learning) {
        this.weights = weights;
        this.biases = biases;
        this.neuron = neuron;
        this.signs = signs;
        this.learning = learning;
        this.penaltyCosts = new double[learning.penalties().size()];
        this.weightMemories = new double[weights.length][][][];
        this.biasMemories = new double[weights.length][][];
        for (int layer = 0; layer < weights.length; layer++) {
            weightMemories[layer] = new double[weights[layer].length][biases[layer].length][2];
            biasMemories[layer] = new double[biases[layer].length][2];
        }
    }

    /** What one layer leaves of a minibatch. */
    private static final class Pass {

        final List<double[]> z = new ArrayList<>();
        double[][] a = {};
        double[][] factors = {};
        double[][] h = {};
    }

    /**
     * Makes one step.
     *
     * @param rows inputs; changed by dropout
     * @param stored which inputs a number is drawn for, where they are dropped out
     * @param labels by which costs are weighed
     */
    void learn(double[][] rows, boolean[][] stored, int[] labels, Cost cost, RandomStream random, double rateFactor) {
        steps++;
        int size = rows.length;
        if (learning.inputDropout() > 0) {
            dropInputs(rows, stored, random);
        }
        List<double[][]> masks = new ArrayList<>();
        for (int layer = 0; layer < signs.length; layer++) {
            masks.add(mask(size, signs[layer].length, learning.hiddenDropout()[layer], random));
        }
        List<Pass> passes = forward(rows, masks);
        double[][] below = signs.length == 0 ? rows : passes.get(signs.length - 1).h;
        int top = weights.length - 1;
        double[][] delta = new double[size][biases[top].length];
        for (int i = 0; i < size; i++) {
            double weight = learning.classWeights().length == 0 ? 1 : learning.classWeights()[labels[i]];
            outputCost += weight * cost.of(i, affine(top, below[i]), delta[i]);
            for (int k = 0; k < delta[i].length; k++) {
                delta[i][k] *= weight / size;
            }
        }
        double[] paid = new double[penaltyCosts.length];
        double[][][] weightGradients = new double[weights.length][][];
        double[][] biasGradients = new double[weights.length][];
        for (int layer = top; layer >= 0; layer--) {
            double[][] inputs = layer == 0 ? rows : passes.get(layer - 1).h;
            weightGradients[layer] = weightGradient(inputs, delta, biases[layer].length);
            biasGradients[layer] = columnSums(delta, biases[layer].length);
            if (layer > 0) {
                delta = backward(layer - 1, delta, passes.get(layer - 1), paid);
            }
        }
        payForParameters(weightGradients, biasGradients, paid);
        update(weightGradients, biasGradients, rateFactor);
        limitNorms();
        for (int place = 0; place < paid.length; place++) {
            penaltyCosts[place] += paid[place] * size;
        }
        examples += size;
    }

    double meanOutputCost() {
        return outputCost / examples;
    }

    double meanPenalty(int place) {
        return penaltyCosts[place] / examples;
    }

    private void dropInputs(double[][] rows, boolean[][] stored, RandomStream random) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (stored[i][j]) {
                    boolean dropped = random.nextFloat() < (float) learning.inputDropout();
                    rows[i][j] = dropped ? 0 : rows[i][j] / (1 - learning.inputDropout());
                }
            }
        }
    }

    private static double[][] mask(int size, int width, double rate, RandomStream random) {
        double[][] mask = new double[size][width];
        for (double[] row : mask) {
            for (int j = 0; j < width; j++) {
                row[j] = rate == 0 ? 1 : random.nextFloat() < (float) rate ? 0 : 1 / (1 - rate);
            }
        }
        return mask;
    }

    private List<Pass> forward(double[][] rows, List<double[][]> masks) {
        List<Pass> passes = new ArrayList<>();
        double[][] below = rows;
        for (int layer = 0; layer < signs.length; layer++) {
            Pass pass = new Pass();
            pass.a = new double[rows.length][];
            pass.factors = masks.get(layer);
            pass.h = new double[rows.length][signs[layer].length];
            for (int i = 0; i < rows.length; i++) {
                pass.z.add(affine(layer, below[i]));
                pass.a[i] = neuron.value(pass.z.get(i));
                for (int j = 0; j < pass.h[i].length; j++) {
                    pass.factors[i][j] *= signs[layer][j];
                    pass.h[i][j] = pass.a[i][j] * pass.factors[i][j];
                }
            }
            passes.add(pass);
            below = pass.h;
        }
        return passes;
    }

    private double[] affine(int layer, double[] inputs) {
        double[] z = biases[layer].clone();
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < z.length; j++) {
                z[j] += inputs[i] * weights[layer][i][j];
            }
        }
        return z;
    }

    private static double[][] weightGradient(double[][] inputs, double[][] delta, int units) {
        double[][] gradient = new double[inputs[0].length][units];
        for (int example = 0; example < inputs.length; example++) {
            for (int i = 0; i < gradient.length; i++) {
                for (int j = 0; j < units; j++) {
                    gradient[i][j] += inputs[example][i] * delta[example][j];
                }
            }
        }
        return gradient;
    }

    private static double[] columnSums(double[][] delta, int units) {
        double[] sums = new double[units];
        for (double[] row : delta) {
            for (int j = 0; j < units; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    private double[][] backward(int hiddenLayer, double[][] above, Pass pass, double[] paid) {
        double[][] gradient = new double[above.length][pass.h[0].length];
        for (int example = 0; example < above.length; example++) {
            for (int i = 0; i < gradient[example].length; i++) {
                double sum = 0;
                for (int j = 0; j < above[example].length; j++) {
                    sum += weights[hiddenLayer + 1][i][j] * above[example][j];
                }
                gradient[example][i] = sum * pass.factors[example][i];
            }
        }
        for (int place = 0; place < paid.length; place++) {
            paid[place] += learning.penalties().get(place).outputs(hiddenLayer, pass.a, gradient);
        }
        double[][] delta = new double[above.length][];
        Arrays.setAll(delta, example -> neuron.backward(pass.z.get(example), gradient[example]));
        return delta;
    }

    private void payForParameters(double[][][] weightGradients, double[][] biasGradients, double[] paid) {
        for (int place = 0; place < paid.length; place++) {
            for (int layer = 0; layer < weights.length; layer++) {
                Penalty penalty = learning.penalties().get(place);
                paid[place] += penalty.weights(weights[layer], weightGradients[layer]);
                paid[place] += penalty.biases(biases[layer], biasGradients[layer]);
            }
        }
    }

    private void update(double[][][] weightGradients, double[][] biasGradients, double rateFactor) {
        for (int layer = 0; layer < weights.length; layer++) {
            for (int i = 0; i < weights[layer].length; i++) {
                update(weights[layer][i], weightGradients[layer][i], weightMemories[layer][i], rateFactor);
            }
            update(biases[layer], biasGradients[layer], biasMemories[layer], rateFactor);
        }
    }

    private void update(double[] numbers, double[] gradient, double[][] memories, double rateFactor) {
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = learning.rule().step(numbers[j], gradient[j], memories[j], rateFactor, steps);
        }
    }

    private void limitNorms() {
        for (int layer = 0; learning.maxNorm().isPresent() && layer < signs.length; layer++) {
            for (int j = 0; j < biases[layer].length; j++) {
                double squares = 0;
                for (double[] row : weights[layer]) {
                    squares += row[j] * row[j];
                }
                double factor = Math.min(1, learning.maxNorm().getAsDouble() / Math.sqrt(squares));
                for (double[] row : weights[layer]) {
                    row[j] *= factor;
                }
            }
        }
    }
}
