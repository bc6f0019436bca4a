package org.rectify.kernels.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.Activations;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.network.Signs;
import org.rectify.testkit.TestContext;

/** Networks, examples and parameters for tests. */
public final class Networks {

    private Networks() {}

    /** max(0, x), with derivative 0 at 0. */
    public static Activation rectifier() {
        return Activations.elementwise("rectifier", z -> z > 0 ? z : 0, (z, a) -> a > 0 ? 1 : 0)
                .ranging(OutputRange.NON_NEGATIVE)
                .silentAtZero()
                .create(new NoOptions(), TestContext.in(Path.of("")));
    }

    /** The hyperbolic tangent. */
    public static Activation tanh() {
        return Activations.elementwise("tanh", Math::tanh, (z, a) -> 1 - a * a)
                .ranging(OutputRange.SIGNED_UNIT_INTERVAL)
                .create(new NoOptions(), TestContext.in(Path.of("")));
    }

    /** lambda |a| for every layer. */
    public static ElementwisePenalty l1(double lambda) {
        return new ElementwisePenalty() {
            @Override
            public double value(int layer, double a) {
                return lambda * Math.abs(a);
            }

            @Override
            public double derivative(int layer, double a) {
                return lambda * Math.signum(a);
            }
        };
    }

    /** Plain gradient descent. */
    public static GradientDescent descent(double learningRate) {
        return () -> learningRate;
    }

    /** Gradient descent with a momentum of 0.9. */
    public static Optimizer momentum(double learningRate) {
        return parameter -> {
            INDArray[] velocity = new INDArray[1];
            return (values, gradient, step) -> {
                velocity[0] = velocity[0] == null
                        ? gradient.dup()
                        : velocity[0].muli(0.9).addi(gradient);
                values.subi(velocity[0].mul(learningRate));
            };
        };
    }

    /** A network whose hidden layers have the given units, with half of the outputs negated if wanted. */
    public static NetworkDefinition network(
            int inputs,
            List<Integer> units,
            int classes,
            Activation activation,
            boolean half,
            Optional<? extends Penalty> penalty) {
        List<HiddenLayer> hidden = new ArrayList<>();
        int below = inputs;
        for (int unit : units) {
            int outputs = activation.outputs(unit);
            float[] signs = new float[outputs];
            for (int i = 0; i < outputs; i++) {
                signs[i] = half && i % 2 == 1 ? -1 : 1;
            }
            hidden.add(new HiddenLayer(below, unit, activation, Signs.of(signs)));
            below = outputs;
        }
        return new NetworkDefinition(inputs, hidden, new SoftmaxLayer(classes), paying(penalty));
    }

    /** A regularization of one penalty at most. */
    public static Regularization paying(Optional<? extends Penalty> penalty) {
        return Regularization.of(penalty.<Named<Penalty>>map(one -> Named.of("penalty", one)).stream()
                .toList());
    }

    /** No output negated. */
    public static float[] ones(int outputs) {
        float[] signs = new float[outputs];
        Arrays.fill(signs, 1);
        return signs;
    }

    /** Parameters drawn uniformly from (-bound, bound), biases included. */
    public static Parameters uniform(NetworkDefinition network, double bound, long seed) {
        RandomStreams random = new RandomStreams(seed);
        List<Parameters.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            RandomStream stream = random.stream("layer", layer);
            double[][] weights = new double[network.fanIn(layer)][network.fanOut(layer)];
            for (double[] row : weights) {
                fill(row, bound, stream);
            }
            double[] biases = new double[network.fanOut(layer)];
            fill(biases, bound, stream);
            layers.add(new Parameters.Layer(
                    Nd4j.createFromArray(weights), Nd4j.createFromArray(biases).reshape(1, biases.length)));
        }
        return new Parameters(layers);
    }

    private static void fill(double[] values, double bound, RandomStream stream) {
        for (int i = 0; i < values.length; i++) {
            values[i] = stream.nextDouble(-bound, bound);
        }
    }

    /** A minibatch of given examples. */
    public static Minibatch batch(float[][] rows, int... labels) {
        float[] values = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * rows[0].length, rows[0].length);
        }
        FloatFeatures features = new FloatFeatures(values, rows[0].length);
        Minibatch batch = Minibatch.forExamplesOf(features, rows.length);
        batch.gather(new LabelledSplit(features, row -> labels[row]), 0, rows.length);
        return batch;
    }

    /** Examples drawn from (-1, 1), labels from 0 to classes - 1. */
    public static LabelledSplit randomSplit(int size, int inputs, int classes, long seed) {
        RandomStream random = new RandomStreams(seed).stream("examples");
        float[] values = new float[size * inputs];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) random.nextInt(classes);
        }
        return LabelledSplit.of(new FloatFeatures(values, inputs), labels, 0);
    }
}
