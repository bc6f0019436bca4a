package org.rectify.engine.analysis;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.NoOptions;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.testkit.TestContext;

/** Networks to analyse. */
final class Subjects {

    /** The network of item 13, whose numbers are worked out by hand. */
    static final NetworkDefinition WORKED_EXAMPLE =
            NetworkDefinition.classifier(3, List.of(new HiddenLayer(3, 2, Networks.rectifier(), Signs.of(1, -1))), 2);

    private Subjects() {}

    /** The parameters of item 13. */
    static DoubleNetwork workedExample() {
        return network(
                WORKED_EXAMPLE,
                new double[][] {{.5, .3}, {-.25, -.2}, {1, -.6}},
                new double[] {.1, -.2},
                new double[][] {{1, .5}, {-1, 2}},
                new double[] {0, .1});
    }

    /** A network of one hidden layer with given parameters; weights are inputs x units. */
    static DoubleNetwork network(
            NetworkDefinition definition, double[][] first, double[] firstBiases, double[][] second, double[] biases) {
        return DoubleNetwork.of(definition, new Parameters(List.of(layer(first, firstBiases), layer(second, biases))));
    }

    private static Parameters.Layer layer(double[][] weights, double[] biases) {
        return new Parameters.Layer(
                Nd4j.createFromArray(weights), Nd4j.createFromArray(biases).reshape(1, biases.length));
    }

    /** An activation of the plugins, without options. */
    static Activation activation(String name) {
        ActivationFactory<?> factory = new ActivationsPlugin()
                .activations().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return ((ActivationFactory<NoOptions>) factory).create(new NoOptions(), TestContext.in(Path.of("")));
    }

    /** A network of random parameters, biases included, with random examples of random labels. */
    static AnalyzedNetwork random(int inputs, List<Integer> units, int classes, Activation activation, int examples) {
        NetworkDefinition definition = Networks.network(inputs, units, classes, activation, true, Optional.empty());
        return of(
                definition,
                DoubleNetwork.of(definition, Networks.uniform(definition, 0.5, 7)),
                examples(examples, inputs, classes));
    }

    /** A network with given examples, which linear probes learn from too. */
    static AnalyzedNetwork of(NetworkDefinition definition, DoubleNetwork network, AnalyzedExamples examples) {
        return AnalyzedNetwork.of(
                definition,
                network,
                examples,
                new AnalyzedNetwork.ProbeData(examples, examples),
                normalizedUniform(),
                new RandomStreams(5),
                new Nd4jBackend());
    }

    /** Inputs from the normal distribution. */
    static AnalyzedExamples examples(int size, int inputs, int classes) {
        RandomStream random = new RandomStreams(11).stream("examples");
        double[][] rows = new double[size][inputs];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            Arrays.setAll(rows[i], column -> random.nextGaussian());
            labels[i] = random.nextInt(classes);
        }
        return new AnalyzedExamples(rows, labels);
    }

    /** The initializer of item 15. */
    static Initializer normalizedUniform() {
        return (weights, random) -> {
            double bound = Math.sqrt(6.0 / (weights.rows() + weights.columns()));
            float[] values = new float[Math.toIntExact(weights.length())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
            Matrices.fill(weights, values);
        };
    }

    /** A measured figure. */
    static double figure(AnalysisResult result, String name) {
        return Optional.ofNullable(result.figures().get(name)).orElseThrow();
    }
}
