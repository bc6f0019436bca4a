package org.rectify.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.listener.RunListener;
import org.rectify.api.metric.Metric;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.stopping.Stopping;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.network.SignMask;
import org.rectify.kernels.network.Signs;

/** One run, as an experiment file describes it. */
public record ExperimentSpec(
        @Describe(value = "Name and seed.", defaultsTo = "{}")
        Identity experiment,

        @Describe("Where the examples come from.") DeferredComponent<Dataset> dataset,
        @Describe("The network.") Network network,

        @Describe(value = "How hidden layers learn before fine-tuning.", defaultsTo = "none", source = "section 3.2")
        Pretraining pretraining,

        @Describe("Supervised learning of the whole network.")
        FineTuning fineTuning,

        @Describe(
                value =
                        "Fine-tuning on all but one fold of the labelled examples, validated on that one; none unless given.",
                source = "section 4.2, item 66")
        Optional<CrossValidation> crossValidation,

        @Describe(
                value =
                        "What is measured on validation and test examples, each { type = ..., name = ... }; the first is the headline."
                                + " Every result also holds the metrics of network.output.",
                defaultsTo = "[]")
        List<Named<Metric>> metrics,

        @Describe(value = "Who is told how the run goes.", defaultsTo = "[]")
        List<DeferredComponent<RunListener>> listeners,

        @Describe(value = "What computes it.", defaultsTo = "{}")
        Engine engine) {

    /** Copies the lists; refuses metrics whose names results use for something else. */
    public ExperimentSpec {
        metrics = List.copyOf(metrics);
        for (Named<Metric> metric : metrics) {
            Require.that(
                    !MetricDescriptions.RESERVED.contains(metric.name()),
                    "metrics",
                    metric.name(),
                    "named otherwise: " + String.join(" and ", MetricDescriptions.RESERVED)
                            + " are groups within every result");
        }
        listeners = List.copyOf(listeners);
    }

    /** The same, with nobody to be told. */
    ExperimentSpec withoutListeners() {
        return new ExperimentSpec(
                experiment, dataset, network, pretraining, fineTuning, crossValidation, metrics, List.of(), engine);
    }

    /** Name and seed of a run. */
    public record Identity(
            @Describe(value = "Names run directories and reports.", defaultsTo = "experiment")
            String name,

            @Describe(value = "The master seed of every random stream.", defaultsTo = "1", source = "item 86")
            long seed) {

        /** Refuses names that do not make a directory's name. */
        public Identity {
            Require.that(
                    name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
                    "name",
                    name,
                    "letters, digits, '.', '_' and '-', at most 100, beginning with a letter or digit");
        }
    }

    /** A feed-forward network of hidden layers under an output layer (item 13). */
    public record Network(
            @Describe(
                    value = "Units of each hidden layer, from the first; empty for multinomial logistic regression.",
                    range = "[1, 1000000]",
                    source = "section 4.1, items 13 and 14")
            List<Integer> hidden,

            @Describe("What hidden layers do to their pre-activations.")
            Activation activation,

            @Describe(
                    value = "Which hidden outputs are negated: none, half, bernoulli or second-half.",
                    defaultsTo = "none",
                    source = "section 3.2, item 11")
            SignMask signMask,

            @Describe(
                    value = "The first values of all weights, the output layer's included.",
                    defaultsTo = "normalized-uniform",
                    source = "section 4.1, item 15")
            Initializer initializer,

            @Describe(
                    value =
                            "Costs on the outputs of hidden layers or on weights: one, or a list, each { type = ..., name = ... }.",
                    defaultsTo = "[]",
                    source = "section 3.2, item 17")
            List<Named<Penalty>> penalty,

            @Describe(
                    value = "What the output layer tells of an example, and what it costs to be wrong.",
                    defaultsTo = "softmax",
                    source = "section 4.1, items 13 and 16")
            Output output,

            @Describe(value = "What each minibatch does without while it is learned from.", defaultsTo = "{}")
            Dropout dropout,

            @Describe(
                    value =
                            "The norm of the weights into a hidden unit at most; larger ones are shrunk after each update.",
                    range = "(0, inf)",
                    source = "Srivastava et al., 2014")
            Optional<Double> maxNorm) {

        /** The name under which the part of the cost that is no penalty is reported beside them. */
        public static final String OUTPUT_COST = "output";

        /** Copies the lists; refuses layers without units, and a penalty with the name of the other part of the cost. */
        public Network {
            hidden = List.copyOf(hidden);
            hidden.forEach(units -> Require.in("hidden", units, "[1, 1000000]"));
            penalty = List.copyOf(penalty);
            penalty.forEach(named -> Require.that(
                    !named.name().equals(OUTPUT_COST),
                    "penalty",
                    named.name(),
                    "named otherwise: the rest of the cost is reported as " + OUTPUT_COST));
            maxNorm.ifPresent(norm -> Require.in("max-norm", norm, "(0, inf)"));
        }

        /** The hidden layers as components are told of them, from the first. */
        public List<LayerFacts> layers() {
            return layers(hidden, activation);
        }

        /**
         * The network that is described here, on a data set.
         *
         * @param random decides which outputs are negated
         */
        public NetworkDefinition definition(DatasetInfo dataset, RandomStreams random) {
            List<Signs> signs = new ArrayList<>();
            for (int units : hidden) {
                int outputs = activation.outputs(units);
                signs.add(Signs.of(signMask, outputs, random.stream("signs/layer-" + (signs.size() + 1))));
            }
            return definition(dataset.inputs(), output.on(dataset), signs);
        }

        /**
         * The network that is described here, with signs that are settled already.
         *
         * @param signs of each hidden layer from the first
         */
        public NetworkDefinition definition(int inputs, OutputLayer outputLayer, List<Signs> signs) {
            List<HiddenLayer> layers = new ArrayList<>();
            int below = inputs;
            for (int layer = 0; layer < hidden.size(); layer++) {
                HiddenLayer next = new HiddenLayer(below, hidden.get(layer), activation, signs.get(layer));
                layers.add(next);
                below = next.outputs();
            }
            return new NetworkDefinition(inputs, layers, outputLayer, regularization());
        }

        private Regularization regularization() {
            PerLayer<Double> rates = dropout.hidden();
            boolean any = rates.values().stream().anyMatch(rate -> rate > 0);
            return new Regularization(
                    penalty,
                    dropout.input(),
                    any ? IntStream.range(0, hidden.size()).mapToObj(rates::of).toList() : List.of(),
                    maxNorm.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    List.of());
        }

        static List<LayerFacts> layers(List<Integer> hidden, Activation activation) {
            return hidden.stream()
                    .map(units -> new LayerFacts(
                            units,
                            activation.outputs(units),
                            activation.range(),
                            activation instanceof ElementwiseActivation,
                            activation.silentAtZero()))
                    .toList();
        }
    }

    /** Parts of a network left out at random in each step, the others scaled up (Srivastava et al., 2014). */
    public record Dropout(
            @Describe(
                    value = "The fraction of inputs left out.",
                    defaultsTo = "0",
                    range = "[0, 1)",
                    source = "Srivastava et al., 2014")
            double input,

            @Describe(
                    value = "The fraction of a hidden layer's outputs left out.",
                    defaultsTo = "0",
                    range = "[0, 1)",
                    source = "Srivastava et al., 2014")
            PerLayer<Double> hidden) {

        /** Refuses fractions out of range. */
        public Dropout {
            Require.in("input", input, "[0, 1)");
            Require.eachIn("hidden", hidden, "[0, 1)");
        }
    }

    /** Stochastic gradient descent on the labelled training examples (items 16-21). */
    public record FineTuning(
            @Describe(value = "How gradients change parameters.", source = "section 4.1, item 18")
            Optimizer optimizer,

            @Describe(
                    value = "How the learning rate changes from epoch to epoch, whatever the optimizer.",
                    defaultsTo = "constant",
                    source = "section 4.1, item 18")
            Schedule schedule,

            @Describe(
                    value = "Examples of a minibatch.",
                    defaultsTo = "10",
                    range = "[1, 1000000]",
                    source = "section 4.1, item 18")
            int minibatchSize,

            @Describe(
                    value = "Whether the last minibatch of an epoch counts when it is incomplete.",
                    defaultsTo = "false",
                    source = "item 18")
            boolean keepIncompleteMinibatch,

            @Describe(value = "Passes over the training examples, at most.", range = "[0, 1000000]", source = "item 20")
            int epochs,

            @Describe(
                    value = "When learning ends earlier, and which parameters it returns.",
                    defaultsTo = "best-validation",
                    source = "item 20")
            Stopping stopping,

            @Describe(
                    value =
                            "The part of each class's training labels that is learned from; pre-training sees all examples.",
                    defaultsTo = "1",
                    range = "(0, 1]",
                    source = "section 4.1, figure 3, item 58")
            double labelFraction,

            @Describe(
                    value = "What the cost of an example of each class is multiplied by, in the order of classes.",
                    defaultsTo = "[]",
                    range = "[0, inf)")
            List<Double> classWeights,

            @Describe(
                    value =
                            "Whether classes weigh alike however many training examples each has: examples / (classes * its examples).",
                    defaultsTo = "false")
            boolean balancedClasses) {

        /** Copies the list; refuses sizes out of range, and classes that are weighed twice. */
        public FineTuning {
            classWeights = List.copyOf(classWeights);
            classWeights.forEach(weight -> Require.in("class-weights", weight, "[0, inf)"));
            Require.that(
                    classWeights.isEmpty() || !balancedClasses,
                    "balanced-classes",
                    balancedClasses,
                    "false where class-weights are given");
            Require.in("label-fraction", labelFraction, "(0, 1]");
            Require.in("minibatch-size", minibatchSize, "[1, 1000000]");
            Require.in("epochs", epochs, "[0, 1000000]");
        }
    }

    /** One fold of a cross-validation: parts of equal size of all labelled examples but the test's (item 66). */
    public record CrossValidation(
            @Describe(value = "Into how many folds the examples are parted.", range = "[2, 1000]")
            int folds,

            @Describe(value = "The fold to validate on, from 1.", range = "[1, 1000]")
            int fold) {

        /** Refuses a fold that is none of them. */
        public CrossValidation {
            Require.in("folds", folds, "[2, 1000]");
            Require.in("fold", fold, "[1, " + folds + "]");
        }
    }

    /** What computes. */
    public record Engine(
            @Describe(
                    value = "The backend that computes: vector, fast and sparse, or nd4j, its reference.",
                    defaultsTo = "vector")
            BackendChoice backend,

            @Describe(
                    value = "Threads; results do not depend on it.",
                    defaultsTo = "1",
                    range = "[1, 1024]",
                    source = "item 86")
            int threads) {

        /** Refuses sizes out of range. */
        public Engine {
            Require.in("threads", threads, "[1, 1024]");
        }
    }
}
