package org.rectify.plugin.training;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.random.RandomStream;

/**
 * Orthonormal weights, scaled layer after layer so that pre-activations have variance 1 (Mishkin and Matas 2016).
 *
 * <p>The variance is that of a layer's pre-activations of all examples and units taken together. Biases being 0, it grows with the
 * square of the weights, so that one division makes it 1, where the publication comes nearer step by step.
 */
final class LayerSequentialUnitVariance implements InitializerFactory<LayerSequentialUnitVariance.Options> {

    /** What is looked at. */
    record Options(
            @Describe(
                    value = "How many training examples the variance is taken over, the first ones.",
                    defaultsTo = "256",
                    range = "[1, 100000]",
                    source = "Mishkin and Matas (2016), algorithm 1")
            int examples) {

        Options {
            Require.in("examples", examples, "[1, 100000]");
        }
    }

    @Override
    public String name() {
        return "lsuv";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("layer-sequential-unit-variance");
    }

    @Override
    public String summary() {
        return "Orthonormal, then scaled layer after layer to pre-activations of variance 1 on training examples.";
    }

    @Override
    public String source() {
        return "Mishkin and Matas, All You Need Is a Good Init (2016)";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Initializer create(Options options, ComponentContext context) {
        return new Scaled(options.examples());
    }

    private record Scaled(int examples) implements DataDependentInitializer {

        /** Below this, the deviation of pre-activations in relation to their mean is rounding. */
        private static final double CONSTANT = 1e-6;

        /** Orthonormal weights, which keep the variance of inputs that have the same in all directions. */
        @Override
        public void fill(INDArray weights, RandomStream random) {
            Matrices.fill(weights, OrthonormalMatrix.draw(weights.rows(), weights.columns(), random));
        }

        /** The same where all pre-activations are equal, as they are if all inputs are 0. */
        @Override
        public void fill(INDArray weights, INDArray inputs, RandomStream random) {
            double[] values = OrthonormalMatrix.draw(weights.rows(), weights.columns(), random);
            double[] z = products(Matrices.toDoubles(inputs), values, weights.columns());
            double mean = mean(z);
            double deviation = deviation(z, mean);
            if (deviation > CONSTANT * Math.abs(mean)) {
                for (int i = 0; i < values.length; i++) {
                    values[i] /= deviation;
                }
            }
            Matrices.fill(weights, values);
        }

        /** Examples times weights, row after row; inputs of 0 are passed over. */
        private static double[] products(double[] inputs, double[] weights, int units) {
            int fanIn = weights.length / units;
            double[] z = new double[Math.multiplyExact(inputs.length / fanIn, units)];
            for (int i = 0; i < inputs.length; i++) {
                double input = inputs[i];
                int to = i / fanIn * units;
                int from = i % fanIn * units;
                for (int unit = 0; input != 0 && unit < units; unit++) {
                    z[to + unit] += input * weights[from + unit];
                }
            }
            return z;
        }

        private static double mean(double[] z) {
            double sum = 0;
            for (double one : z) {
                sum += one;
            }
            return sum / z.length;
        }

        private static double deviation(double[] z, double mean) {
            double squares = 0;
            for (double one : z) {
                squares += (one - mean) * (one - mean);
            }
            return Math.sqrt(squares / z.length);
        }
    }
}
