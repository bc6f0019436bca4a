package org.rectify.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.Matrices;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/**
 * A network in plain 64-bit arithmetic on the heap, so that figures down to the rounding error mean something.
 *
 * <p>Independent of the backends. Immutable; examples are computed by several threads, each by itself, so that results do
 * not depend on their number.
 */
final class DoubleNetwork {

    private static final int BLOCK = 16;

    private final List<HiddenLayer> hidden;
    private final List<Layer> layers;

    /**
     * The parameters of a weight layer.
     *
     * @param weights inputs x units
     * @param biases of the units
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Layer(double[][] weights, double[] biases) {}

    /**
     * What a network makes of examples.
     *
     * @param hidden of each hidden layer from the first, after its signs: examples x outputs
     * @param scores of the output layer, before the softmax: examples x classes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outputs(List<double[][]> hidden, double[][] scores) {

        /** The fraction of examples whose highest score is not that of their class. */
        double errorRate(int[] labels) {
            long wrong = IntStream.range(0, labels.length)
                    .filter(example -> highest(scores[example]) != labels[example])
                    .count();
            return (double) wrong / labels.length;
        }

        private static int highest(double[] values) {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                best = values[i] > values[best] ? i : best;
            }
            return best;
        }
    }

    /**
     * One example on its way through a network of element-wise activations.
     *
     * @param preActivations of each hidden layer from the first
     * @param activations of each hidden layer, before its signs
     * @param slopes the derivative of each hidden output, after its sign, with respect to its pre-activation
     * @param scores of the output layer
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trace(double[][] preActivations, double[][] activations, double[][] slopes, double[] scores) {

        /** Whether every hidden unit has the same derivative in both: for rectifiers, the same units are active. */
        boolean samePiece(Trace other) {
            return Arrays.deepEquals(slopes, other.slopes);
        }
    }

    private DoubleNetwork(List<HiddenLayer> hidden, List<Layer> layers) {
        this.hidden = List.copyOf(hidden);
        this.layers = List.copyOf(layers);
    }

    /** A network with its parameters. */
    static DoubleNetwork of(NetworkDefinition definition, Parameters parameters) {
        List<Layer> layers = parameters.layers().stream()
                .map(layer -> new Layer(rows(layer.weights()), Matrices.toDoubles(layer.biases())))
                .toList();
        return new DoubleNetwork(definition.hidden(), layers);
    }

    private static double[][] rows(INDArray matrix) {
        double[] elements = Matrices.toDoubles(matrix);
        int columns = matrix.columns();
        double[][] rows = new double[matrix.rows()][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(elements, row * columns, (row + 1) * columns));
        return rows;
    }

    /** The weight layers, the output layer last. */
    List<Layer> layers() {
        return layers;
    }

    /** Whether every activation maps each number by itself, and so has a derivative to ask for. */
    boolean isElementwise() {
        return hidden.stream().allMatch(layer -> layer.activation() instanceof ElementwiseActivation);
    }

    /** The same parameters and signs under another activation, where every layer has as many outputs as units. */
    DoubleNetwork under(Activation activation) {
        List<HiddenLayer> others = hidden.stream()
                .map(layer -> new HiddenLayer(layer.inputs(), layer.units(), activation, layer.signs()))
                .toList();
        return new DoubleNetwork(others, layers);
    }

    /**
     * Weights of layer i divided by its scalar, biases by the product of the scalars up to i (paper, section 3.1; item 22).
     *
     * @param scalars positive, one for each weight layer
     */
    DoubleNetwork scaled(double... scalars) {
        if (scalars.length != layers.size() || Arrays.stream(scalars).anyMatch(scalar -> !(scalar > 0))) {
            throw new IllegalArgumentException(
                    "scalars " + Arrays.toString(scalars) + "; accepted are " + layers.size() + " positive numbers");
        }
        List<Layer> others = new ArrayList<>();
        double product = 1;
        for (int i = 0; i < scalars.length; i++) {
            double scalar = scalars[i];
            product *= scalar;
            double[][] weights = new double[layers.get(i).weights().length][];
            double[][] unscaled = layers.get(i).weights();
            Arrays.setAll(weights, row -> divided(unscaled[row], scalar));
            others.add(new Layer(weights, divided(layers.get(i).biases(), product)));
        }
        return new DoubleNetwork(hidden, others);
    }

    private static double[] divided(double[] values, double divisor) {
        return Arrays.stream(values).map(value -> value / divisor).toArray();
    }

    /** Computes examples. */
    Outputs forward(double[][] examples) {
        List<double[][]> outputs = new ArrayList<>();
        double[][] below = examples;
        for (int layer = 0; layer < hidden.size(); layer++) {
            below = activate(hidden.get(layer), preActivations(layers.get(layer), below));
            outputs.add(below);
        }
        return new Outputs(outputs, preActivations(layers.get(hidden.size()), below));
    }

    /** Blocks of examples share each row of weights while it is in the cache; zeros are passed over. */
    private static double[][] preActivations(Layer layer, double[][] below) {
        double[][] z = new double[below.length][];
        int blocks = (below.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(from + BLOCK, below.length);
            for (int example = from; example < to; example++) {
                z[example] = layer.biases().clone();
            }
            for (int input = 0; input < layer.weights().length; input++) {
                for (int example = from; example < to; example++) {
                    addMultiple(below[example][input], layer.weights()[input], z[example]);
                }
            }
        });
        return z;
    }

    private static void addMultiple(double factor, double[] row, double[] sum) {
        if (factor != 0) {
            for (int i = 0; i < row.length; i++) {
                sum[i] += factor * row[i];
            }
        }
    }

    private static double[][] activate(HiddenLayer layer, double[][] z) {
        double[][] outputs = new double[z.length][layer.outputs()];
        if (layer.activation() instanceof ElementwiseActivation activation) {
            IntStream.range(0, z.length).parallel().forEach(example -> {
                for (int unit = 0; unit < outputs[example].length; unit++) {
                    outputs[example][unit] = layer.signs().of(unit) * activation.value(z[example][unit]);
                }
            });
        } else if (z.length > 0) {
            INDArray array = Nd4j.zeros(DataType.DOUBLE, z.length, layer.outputs());
            layer.activation().value(Nd4j.createFromArray(z), array);
            double[][] unsigned = rows(array);
            for (int example = 0; example < z.length; example++) {
                for (int output = 0; output < layer.outputs(); output++) {
                    outputs[example][output] = layer.signs().of(output) * unsigned[example][output];
                }
            }
        }
        return outputs;
    }

    /** Follows one example; only where {@link #isElementwise()}. */
    Trace trace(double[] example) {
        double[][] preActivations = new double[hidden.size()][];
        double[][] activations = new double[hidden.size()][];
        double[][] slopes = new double[hidden.size()][];
        double[] below = example;
        for (int i = 0; i < hidden.size(); i++) {
            HiddenLayer layer = hidden.get(i);
            ElementwiseActivation activation = (ElementwiseActivation) layer.activation();
            double[] z = preActivations(layers.get(i), new double[][] {below})[0];
            double[] a = Arrays.stream(z).map(activation::value).toArray();
            double[] slope = new double[a.length];
            double[] output = new double[a.length];
            for (int unit = 0; unit < a.length; unit++) {
                slope[unit] = layer.signs().of(unit) * activation.derivative(z[unit], a[unit]);
                output[unit] = layer.signs().of(unit) * a[unit];
            }
            preActivations[i] = z;
            activations[i] = a;
            slopes[i] = slope;
            below = output;
        }
        return new Trace(
                preActivations,
                activations,
                slopes,
                preActivations(layers.get(hidden.size()), new double[][] {below})[0]);
    }

    /**
     * The derivative of the scores with respect to the example, {@code W' diag(slopes) ... diag(slopes) W} (item 26).
     *
     * @return classes x inputs
     */
    double[][] jacobian(Trace trace) {
        double[][] output = layers.get(hidden.size()).weights();
        double[][] jacobian = new double[trace.scores().length][];
        IntStream.range(0, jacobian.length).parallel().forEach(score -> {
            double[] gradient =
                    Arrays.stream(output).mapToDouble(row -> row[score]).toArray();
            for (int layer = hidden.size() - 1; layer >= 0; layer--) {
                gradient = below(layer, multiplied(gradient, trace.slopes()[layer]));
            }
            jacobian[score] = gradient;
        });
        return jacobian;
    }

    /** What the scores of a trace's piece are at the origin, {@code c} of {@code s = A x + c} (item 26). */
    double[] offset(Trace trace) {
        double[] below = new double[layers.get(0).weights().length];
        for (int i = 0; i < hidden.size(); i++) {
            double[] z = preActivations(layers.get(i), new double[][] {below})[0];
            double[] output = new double[z.length];
            for (int unit = 0; unit < z.length; unit++) {
                double slope = trace.slopes()[i][unit];
                double intercept = hidden.get(i).signs().of(unit) * trace.activations()[i][unit]
                        - slope * trace.preActivations()[i][unit];
                output[unit] = slope * z[unit] + intercept;
            }
            below = output;
        }
        return preActivations(layers.get(hidden.size()), new double[][] {below})[0];
    }

    /**
     * Euclidean norms of the gradient of the negative log-likelihood with respect to the pre-activations of each hidden
     * layer (item 31); only where {@link #isElementwise()}.
     */
    double[] gradientNorms(double[] example, int label) {
        Trace trace = trace(example);
        double[] norms = new double[hidden.size()];
        double[] gradient = softmax(trace.scores());
        gradient[label] -= 1;
        for (int layer = hidden.size() - 1; layer >= 0; layer--) {
            gradient = multiplied(below(layer + 1, gradient), trace.slopes()[layer]);
            norms[layer] = Math.sqrt(
                    Arrays.stream(gradient).map(value -> value * value).sum());
        }
        return norms;
    }

    private double[] below(int layer, double[] gradient) {
        return Arrays.stream(layers.get(layer).weights())
                .mapToDouble(row -> product(row, gradient))
                .toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] multiplied(double[] a, double[] b) {
        double[] products = new double[a.length];
        Arrays.setAll(products, i -> a[i] * b[i]);
        return products;
    }

    private static double[] softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        double[] powers =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
        return divided(powers, Arrays.stream(powers).sum());
    }
}
