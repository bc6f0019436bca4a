package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.PlainNetwork.Neuron;
import org.rectify.kernels.PlainNetwork.Rule;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** Every optimizer, penalty, output and regularization: both backends against plain loops over 64-bit numbers. */
class LearningMethodsTest {

    private static final int INPUTS = 21;
    private static final int CLASSES = 5;
    private static final int STEPS = 10;
    private static final double[] CLASS_VALUES = {1, 2, 2.5, 4, 5};
    private static final RandomStreams DROPOUT = new RandomStreams(77);

    private static final TrainingPlugin PLUGIN = new TrainingPlugin();

    // Neurons: ours, and the reference's.
    private static final Neuron RECTIFIER = Neuron.elementwise(z -> Math.max(0, z), z -> z > 0 ? 1 : 0);
    private static final Neuron TANH = Neuron.elementwise(Math::tanh, z -> 1 / (Math.cosh(z) * Math.cosh(z)));
    private static final DoubleUnaryOperator LOGISTIC = z -> 1 / (1 + Math.exp(-z));
    private static final Neuron SIGMOID =
            Neuron.elementwise(LOGISTIC, z -> LOGISTIC.applyAsDouble(z) * (1 - LOGISTIC.applyAsDouble(z)));

    /** max(0, z), then max(0, -z). */
    private static final class PairOfRectifiers implements Neuron {

        @Override
        public double[] value(double[] z) {
            double[] a = new double[2 * z.length];
            for (int i = 0; i < z.length; i++) {
                a[i] = Math.max(0, z[i]);
                a[z.length + i] = Math.max(0, -z[i]);
            }
            return a;
        }

        @Override
        public double[] backward(double[] z, double[] gradient) {
            double[] result = new double[z.length];
            Arrays.setAll(result, i -> z[i] > 0 ? gradient[i] : -gradient[z.length + i]);
            return result;
        }
    }

    /** z / (1 + |z|^2): every output depends on every unit of the layer. */
    private static final class Shrinking implements Neuron {

        private static double scale(double[] z) {
            return 1 / (1 + Arrays.stream(z).map(number -> number * number).sum());
        }

        @Override
        public double[] value(double[] z) {
            return Arrays.stream(z).map(number -> number * scale(z)).toArray();
        }

        @Override
        public double[] backward(double[] z, double[] gradient) {
            double scale = scale(z);
            double along = 0;
            for (int i = 0; i < z.length; i++) {
                along += gradient[i] * z[i];
            }
            double[] result = new double[z.length];
            for (int i = 0; i < z.length; i++) {
                result[i] = scale * gradient[i] - 2 * scale * scale * along * z[i];
            }
            return result;
        }
    }

    /** A neuron as an activation of whole minibatches. */
    private record WholeMinibatch(Neuron neuron) implements Activation {

        @Override
        public void value(INDArray preActivations, INDArray outputs) {
            double[][] z = preActivations.castTo(DataType.DOUBLE).toDoubleMatrix();
            Matrices.fill(
                    outputs,
                    Arrays.stream(z)
                            .map(neuron::value)
                            .flatMapToDouble(Arrays::stream)
                            .toArray());
        }

        @Override
        public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
            double[][] z = preActivations.castTo(DataType.DOUBLE).toDoubleMatrix();
            double[][] gradient = outputGradients.castTo(DataType.DOUBLE).toDoubleMatrix();
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < z.length; i++) {
                rows.add(neuron.backward(z[i], gradient[i]));
            }
            Matrices.fill(
                    gradients, rows.stream().flatMapToDouble(Arrays::stream).toArray());
        }

        @Override
        public OutputRange range() {
            return OutputRange.REAL;
        }
    }

    /** What the network tells. */
    private enum Told {
        CLASS,
        NUMBERS,
        CLASS_VALUE;

        OutputLayer layer() {
            return switch (this) {
                case CLASS -> new SoftmaxLayer(CLASSES);
                case NUMBERS -> linear().on(info(List.of(), List.of(), List.of("first", "second", "third")));
                case CLASS_VALUE ->
                    linear().on(info(
                            List.of("a", "b", "c", "d", "e"),
                            Arrays.stream(CLASS_VALUES).boxed().toList(),
                            List.of()));
            };
        }

        private static Output linear() {
            return Components.make(PLUGIN.outputs(), "linear");
        }

        private static DatasetInfo info(List<String> classes, List<Double> values, List<String> targets) {
            return new DatasetInfo(
                    "drawn", List.of(INPUTS), OutputRange.REAL, classes, values, "drawn", Map.of(), targets);
        }

        /** Cross-entropy of a softmax, or half the squared error. */
        double cost(Examples examples, int row, double[] scores, double[] gradient) {
            if (this == CLASS) {
                double sum = Arrays.stream(scores).map(Math::exp).sum();
                for (int k = 0; k < scores.length; k++) {
                    gradient[k] = Math.exp(scores[k]) / sum - (k == examples.label(row) ? 1 : 0);
                }
                return Math.log(sum) - scores[examples.label(row)];
            }
            double cost = 0;
            for (int k = 0; k < scores.length; k++) {
                double target = this == NUMBERS ? examples.target(row, k) : CLASS_VALUES[examples.label(row)];
                gradient[k] = scores[k] - target;
                cost += gradient[k] * gradient[k] / 2;
            }
            return cost;
        }
    }

    /** Inputs of which two in three are zero, with labels and numbers. */
    private record Examples(Features features, double[][] rows, int[] labels, double[][] targets) implements Split {

        static Examples draw(int count, boolean sparse) {
            RandomStream random = new RandomStreams(count).stream("examples");
            double[][] rows = new double[count][INPUTS];
            int[] labels = new int[count];
            double[][] targets = new double[count][3];
            float[] dense = new float[count * INPUTS];
            int[] offsets = new int[count + 1];
            int[] columns = new int[dense.length];
            float[] values = new float[dense.length];
            int next = 0;
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < INPUTS; j++) {
                    float value = random.nextInt(3) == 0 ? (float) random.nextDouble(-1, 1) : 0;
                    rows[i][j] = value;
                    dense[i * INPUTS + j] = value;
                    columns[next] = j;
                    values[next] = value;
                    next += value == 0 ? 0 : 1;
                }
                offsets[i + 1] = next;
                labels[i] = random.nextInt(CLASSES);
                Arrays.setAll(targets[i], k -> random.nextDouble(-2, 2));
            }
            Features features = sparse
                    ? new CompressedRows(INPUTS, offsets, Arrays.copyOf(columns, next), Arrays.copyOf(values, next))
                    : new FloatFeatures(dense, INPUTS);
            return new Examples(features, rows, labels, targets);
        }

        @Override
        public int label(int row) {
            return labels[row];
        }

        @Override
        public double target(int row, int target) {
            return targets[row][target];
        }
    }

    /** A way of learning, ours and the reference's. */
    private static final class Method {

        private final String name;
        private List<Integer> units = List.of(70, 33);
        private Activation activation = Networks.rectifier();
        private Neuron neuron = RECTIFIER;
        private boolean half = true;
        private boolean sparse;
        private Told told = Told.CLASS;
        private Optimizer optimizer = Networks.descent(0.1);
        private Rule rule = (w, g, memory, factor, step) -> w - 0.1 * factor * g;
        private final List<Named<Penalty>> penalties = new ArrayList<>();
        private final List<PlainNetwork.Penalty> plainPenalties = new ArrayList<>();
        private double inputDropout;
        private double hiddenDropout;
        private OptionalDouble maxNorm = OptionalDouble.empty();
        private double[] classWeights = {};

        Method(String name) {
            this.name = name;
        }

        Method units(Integer... sizes) {
            units = List.of(sizes);
            return this;
        }

        Method neuron(Activation ours, Neuron reference) {
            activation = ours;
            neuron = reference;
            return this;
        }

        Method unsigned() {
            half = false;
            return this;
        }

        Method sparse() {
            sparse = true;
            return this;
        }

        Method telling(Told output) {
            told = output;
            return this;
        }

        Method by(Optimizer ours, Rule reference) {
            optimizer = ours;
            rule = reference;
            return this;
        }

        Method paying(String penalty, Penalty ours, PlainNetwork.Penalty reference) {
            penalties.add(Named.of(penalty, ours));
            plainPenalties.add(reference);
            return this;
        }

        Method without(double inputs, double hidden) {
            inputDropout = inputs;
            hiddenDropout = hidden;
            return this;
        }

        Method limitedTo(double norm) {
            maxNorm = OptionalDouble.of(norm);
            return this;
        }

        Method weighing(double... classes) {
            classWeights = classes;
            return this;
        }

        NetworkDefinition network() {
            NetworkDefinition plain =
                    Networks.network(INPUTS, units, CLASSES, activation, half, Optional.<Penalty>empty());
            List<Double> dropout = units.stream().map(any -> hiddenDropout).toList();
            Regularization regularization = new Regularization(
                    penalties,
                    inputDropout,
                    hiddenDropout > 0 ? dropout : List.of(),
                    maxNorm,
                    Arrays.stream(classWeights).boxed().toList());
            return new NetworkDefinition(INPUTS, plain.hidden(), told.layer(), regularization);
        }

        PlainNetwork plain(NetworkDefinition network, Parameters initial) {
            double[][][] weights = new double[network.weightLayers()][][];
            double[][] biases = new double[network.weightLayers()][];
            for (int layer = 0; layer < weights.length; layer++) {
                weights[layer] = initial.layers().get(layer).weights().toDoubleMatrix();
                biases[layer] = Matrices.toDoubles(initial.layers().get(layer).biases());
            }
            double[][] signs = new double[units.size()][];
            for (int layer = 0; layer < signs.length; layer++) {
                signs[layer] = new double[network.hidden().get(layer).outputs()];
                Arrays.setAll(signs[layer], i -> half && i % 2 == 1 ? -1 : 1);
            }
            double[] dropout = new double[units.size()];
            Arrays.fill(dropout, hiddenDropout);
            return new PlainNetwork(
                    weights,
                    biases,
                    neuron,
                    signs,
                    new PlainNetwork.Learning(rule, plainPenalties, inputDropout, dropout, maxNorm, classWeights));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Method> methods() {
        return Stream.of(
                new Method("plain descent"),
                new Method("plain descent on sparse rows").sparse(),
                new Method("no hidden layer")
                        .units()
                        .by(momentum(), momentumRule())
                        .paying("l2-weights", l2(), l2Reference())
                        .without(0.2, 0),
                new Method("momentum").by(momentum(), momentumRule()),
                new Method("Nesterov").units(130, 65, 9).by(nesterov(), nesterovRule()),
                new Method("Adam").units(9, 130).by(adam(), adamRule()),
                new Method("AdaGrad").by(adaGrad(), adaGradRule()),
                new Method("RMSProp").by(rmsProp(), rmsPropRule()),
                new Method("an optimizer on arrays, decaying")
                        .neuron(Networks.tanh(), TANH)
                        .by(Networks.momentum(0.1), (w, g, memory, factor, step) -> {
                            memory[0] = 0.9 * memory[0] + g;
                            return w - 0.1 * memory[0];
                        })
                        .paying("l2-weights", l2(), l2Reference()),
                new Method("hidden dropout").without(0, 0.5),
                new Method("hidden dropout of units that are not silent at zero")
                        .neuron(Networks.tanh(), TANH)
                        .without(0, 0.3),
                new Method("hidden dropout, learning by momentum")
                        .units(130, 65)
                        .neuron(Networks.tanh(), TANH)
                        .unsigned()
                        .by(momentum(), momentumRule())
                        .without(0, 0.5),
                new Method("input dropout").without(0.4, 0),
                new Method("input dropout of sparse rows").sparse().without(0.4, 0),
                new Method("l2-weights").paying("l2-weights", l2(), l2Reference()),
                new Method("l1-weights").paying("l1-weights", l1(), l1Reference()),
                new Method("kl-sparsity").neuron(sigmoid(), SIGMOID).paying("kl-sparsity", kl(), klReference()),
                new Method("kl-sparsity of rectifiers, learning by momentum")
                        .units(130, 65)
                        .by(momentum(), momentumRule())
                        .paying("kl-sparsity", kl(), klReference()),
                new Method("kl-sparsity under dropout")
                        .neuron(sigmoid(), SIGMOID)
                        .paying("kl-sparsity", kl(), klReference())
                        .without(0, 0.5),
                new Method("a penalty on biases").paying("biases", onBiases(), biasReference()),
                new Method("max-norm").limitedTo(0.7),
                new Method("max-norm, learning by momentum")
                        .by(momentum(), momentumRule())
                        .limitedTo(0.7),
                new Method("class weights").weighing(1, 0, 3, 0.5, 2),
                new Method("numbers").telling(Told.NUMBERS),
                new Method("values of classes")
                        .telling(Told.CLASS_VALUE)
                        .by(momentum(), momentumRule())
                        .weighing(1, 0, 3, 0.5, 2),
                new Method("pairs under dropout")
                        .units(65, 7)
                        .neuron(pair(), new PairOfRectifiers())
                        .paying("kl-sparsity", kl(), klReference())
                        .paying("l1-activation", Networks.l1(0.02), l1ActivationReference())
                        .without(0, 0.5),
                new Method("a whole-minibatch activation under dropout, learning by Adam")
                        .units(70, 33)
                        .neuron(new WholeMinibatch(new Shrinking()), new Shrinking())
                        .by(adam(), adamRule())
                        .paying("l1-activation", Networks.l1(0.02), l1ActivationReference())
                        .without(0, 0.3),
                new Method("everything")
                        .sparse()
                        .by(adam(), adamRule())
                        .paying("l1-activation", Networks.l1(0.02), l1ActivationReference())
                        .paying("l2-weights", l2(), l2Reference())
                        .paying("kl-sparsity", kl(), klReference())
                        .paying("l1-weights", l1(), l1Reference())
                        .without(0.2, 0.4)
                        .limitedTo(0.9)
                        .weighing(1, 0, 3, 0.5, 2));
    }

    static Stream<Arguments> methodsAndBackends() {
        return methods()
                .flatMap(method -> Stream.of("vector", "nd4j")
                        .flatMap(backend ->
                                Stream.of(1, 3, 10).map(minibatch -> Arguments.of(method, backend, minibatch))));
    }

    @ParameterizedTest(name = "{0}, {1}, minibatches of {2}")
    @MethodSource("methodsAndBackends")
    void learnsAsPlainLoopsDo(Method method, String backend, int minibatch) {
        NetworkDefinition network = method.network();
        Parameters initial = Networks.uniform(network, 0.4, 1);
        PlainNetwork expected = method.plain(network, initial);
        LearningStatistics statistics = new LearningStatistics(network);
        Examples examples = Examples.draw(STEPS * minibatch, method.sparse);

        Parameters learned = learn(method, backend, minibatch, network, initial, examples, statistics);
        learn(method, minibatch, expected, examples);

        for (int layer = 0; layer < network.weightLayers(); layer++) {
            double[] weights = Arrays.stream(expected.weights[layer])
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            assertClose(layer, learned.layers().get(layer).weights(), weights);
            assertClose(layer, learned.layers().get(layer).biases(), expected.biases[layer]);
        }
        double penalties = 0;
        for (int place = 0; place < method.penalties.size(); place++) {
            double penalty = expected.meanPenalty(place);
            penalties += penalty;
            assertThat(statistics.meanPenalty(place))
                    .as(method.penalties.get(place).name())
                    .isCloseTo(penalty, within(1e-5 * penalty));
        }
        double cost = expected.meanOutputCost();
        assertThat(statistics.meanOutputCost()).isCloseTo(cost, within(1e-5 * cost));
        assertThat(statistics.meanCost()).isCloseTo(cost + penalties, within(1e-5 * (cost + penalties)));
    }

    private static Parameters learn(
            Method method,
            String backend,
            int minibatch,
            NetworkDefinition network,
            Parameters initial,
            Split examples,
            LearningStatistics statistics) {
        Backend made = backend.equals("vector") ? new VectorBackend(2) : new Nd4jBackend(DataType.DOUBLE);
        Parameters learned = Parameters.zeros(network, DataType.DOUBLE);
        Minibatch batch = Minibatch.forExamplesOf(examples.features(), minibatch);
        LearningStep step = new LearningStep(progress -> factor(progress.update()), 1, STEPS, DROPOUT);
        step.begin(1);
        try (NeuralNetwork model = made.create(network, initial, method.optimizer, minibatch)) {
            for (int first = 0; first < examples.size(); first += minibatch) {
                batch.gather(examples, first, minibatch);
                if (method.inputDropout > 0) {
                    batch.drop(method.inputDropout, step.dropout());
                }
                model.learn(batch, step, statistics);
                step.next();
            }
            model.copyTo(learned);
        }
        return learned;
    }

    private static void learn(Method method, int minibatch, PlainNetwork network, Examples examples) {
        RandomStream random = DROPOUT.stream("dropout/epoch-1");
        for (int step = 0; step < STEPS; step++) {
            int first = step * minibatch;
            double[][] rows = new double[minibatch][];
            boolean[][] stored = new boolean[minibatch][INPUTS];
            int[] labels = new int[minibatch];
            for (int i = 0; i < minibatch; i++) {
                rows[i] = examples.rows()[first + i].clone();
                labels[i] = examples.label(first + i);
                for (int j = 0; j < INPUTS; j++) {
                    stored[i][j] = !method.sparse || rows[i][j] != 0;
                }
            }
            network.learn(
                    rows,
                    stored,
                    labels,
                    (example, scores, gradient) -> method.told.cost(examples, first + example, scores, gradient),
                    random,
                    factor(step));
        }
    }

    private static double factor(long step) {
        return 1 / (1 + 0.1 * step);
    }

    private static void assertClose(int layer, INDArray actual, double[] expected) {
        double[] values = Matrices.toDoubles(actual);
        double scale = 0;
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(values[i] - expected[i]));
        }
        assertThat(error).as("largest error in layer %s", layer).isLessThan(5e-5 * scale);
    }

    // Optimizers: the plugin's, and their formulas.

    private static Optimizer momentum() {
        return optimizer("momentum", Map.of("learning-rate", "0.05", "momentum", "0.8"));
    }

    private static Rule momentumRule() {
        return (w, g, memory, factor, step) -> {
            memory[0] = 0.8 * memory[0] + g;
            return w - 0.05 * factor * memory[0];
        };
    }

    private static Optimizer nesterov() {
        return optimizer("momentum", Map.of("learning-rate", "0.05", "momentum", "0.8", "nesterov", "true"));
    }

    private static Rule nesterovRule() {
        return (w, g, memory, factor, step) -> {
            memory[0] = 0.8 * memory[0] + g;
            return w - 0.05 * factor * (g + 0.8 * memory[0]);
        };
    }

    /** With an epsilon that spares gradients next to zero, whose sign 32 and 64 bits may see differently. */
    private static Optimizer adam() {
        return optimizer("adam", Map.of("learning-rate", "0.02", "beta1", "0.8", "beta2", "0.95", "epsilon", "0.01"));
    }

    private static Rule adamRule() {
        return (w, g, memory, factor, step) -> {
            memory[0] = 0.8 * memory[0] + 0.2 * g;
            memory[1] = 0.95 * memory[1] + 0.05 * g * g;
            double mean = memory[0] / (1 - Math.pow(0.8, step));
            double square = memory[1] / (1 - Math.pow(0.95, step));
            return w - 0.02 * factor * mean / (Math.sqrt(square) + 0.01);
        };
    }

    private static Optimizer adaGrad() {
        return optimizer("adagrad", Map.of("learning-rate", "0.05", "epsilon", "0.01"));
    }

    private static Rule adaGradRule() {
        return (w, g, memory, factor, step) -> {
            memory[0] += g * g;
            return w - 0.05 * factor * g / (Math.sqrt(memory[0]) + 0.01);
        };
    }

    private static Optimizer rmsProp() {
        return optimizer("rmsprop", Map.of("learning-rate", "0.02", "decay", "0.8", "epsilon", "0.01"));
    }

    private static Rule rmsPropRule() {
        return (w, g, memory, factor, step) -> {
            memory[0] = 0.8 * memory[0] + 0.2 * g * g;
            return w - 0.02 * factor * g / (Math.sqrt(memory[0]) + 0.01);
        };
    }

    private static Optimizer optimizer(String name, Map<String, String> options) {
        return Components.make(PLUGIN.optimizers(), name, options);
    }

    // Penalties: the plugin's, and their formulas.

    private static Penalty l2() {
        return Components.make(PLUGIN.penalties(), "l2-weights", Map.of("coefficient", "0.03"));
    }

    private static PlainNetwork.Penalty l2Reference() {
        return PlainNetwork.Penalty.ofWeights(w -> 0.03 * w * w / 2, w -> 0.03 * w);
    }

    private static Penalty l1() {
        return Components.make(PLUGIN.penalties(), "l1-weights", Map.of("coefficient", "0.01"));
    }

    private static PlainNetwork.Penalty l1Reference() {
        return PlainNetwork.Penalty.ofWeights(w -> 0.01 * Math.abs(w), w -> 0.01 * Math.signum(w));
    }

    private static PlainNetwork.Penalty l1ActivationReference() {
        return PlainNetwork.Penalty.ofOutputs(a -> 0.02 * Math.abs(a), a -> 0.02 * Math.signum(a));
    }

    private static Penalty onBiases() {
        return new WeightPenalty() {
            @Override
            public boolean appliesTo(Parameter parameter) {
                return parameter.role() == Parameter.Role.BIASES;
            }

            @Override
            public double value(Parameter parameter, double weight) {
                return 0.1 * weight * weight;
            }

            @Override
            public double derivative(Parameter parameter, double weight) {
                return 0.2 * weight;
            }
        };
    }

    private static PlainNetwork.Penalty biasReference() {
        return PlainNetwork.Penalty.ofBiases(b -> 0.1 * b * b, b -> 0.2 * b);
    }

    private static Penalty kl() {
        return Components.make(PLUGIN.penalties(), "kl-sparsity", Map.of("target", "0.1", "coefficient", "0.01"));
    }

    /** Between 0.001 and 0.991 the divergence from 0.1, elsewhere its tangents there. */
    private static PlainNetwork.Penalty klReference() {
        return new PlainNetwork.Penalty() {
            @Override
            public double outputs(int layer, double[][] a, double[][] gradient) {
                double cost = 0;
                for (int j = 0; j < a[0].length; j++) {
                    double mean = 0;
                    for (double[] row : a) {
                        mean += row[j] / a.length;
                    }
                    double touched = mean < 0.001 ? 0.001 : mean > 0.991 ? 0.991 : mean;
                    double slope = -0.1 / touched + 0.9 / (1 - touched);
                    cost += 0.1 * Math.log(0.1 / touched)
                            + 0.9 * Math.log(0.9 / (1 - touched))
                            + slope * (mean - touched);
                    for (double[] row : gradient) {
                        row[j] += 0.01 * slope / a.length;
                    }
                }
                return 0.01 * cost;
            }
        };
    }

    private static Activation sigmoid() {
        return Components.make(new ActivationsPlugin().activations(), "sigmoid");
    }

    private static Activation pair() {
        return Components.make(new ActivationsPlugin().activations(), "rectifier-pair");
    }
}
