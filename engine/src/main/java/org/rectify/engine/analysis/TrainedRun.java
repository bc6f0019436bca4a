package org.rectify.engine.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.Task;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.evaluation.TestExamples;
import org.rectify.engine.record.RunDirectory;
import org.rectify.kernels.Backend;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.vector.VectorBackend;

/** The trained network a run left, with the examples to look at it by. */
public final class TrainedRun {

    private static final List<Analysis> ANALYSES = List.of(
            new ScalingEquivalence(),
            new ExactSparsity(),
            new ZerosAtInitialization(),
            new AffinePieces(),
            new ActivationPatterns(),
            new ActiveCounts(),
            new SupportStability(),
            new LinearProbe(),
            new GradientFlow(),
            new TwiceAsManyUnits(),
            new DeadUnits());

    private final ExperimentSpec.Identity identity;
    private final AnalyzedNetwork subject;

    private TrainedRun(ExperimentSpec.Identity identity, AnalyzedNetwork subject) {
        this.identity = identity;
        this.subject = subject;
    }

    /**
     * Reads the network and the examples.
     *
     * @param run of which experiment and checkpoint are read
     * @param registry the components the experiment names
     * @param dataDirectory handed to the data set
     * @param examples how many test examples are looked at, at most; as many validation examples choose linear probes
     * @param probeExamples how many training examples linear probes learn from, at most
     * @throws RectifyException when the checkpoint is damaged or does not fit the experiment, or data are missing
     */
    public static TrainedRun load(
            RunDirectory run, ComponentRegistry registry, Path dataDirectory, int examples, int probeExamples) {
        ExperimentSpec spec = Experiments.load(run.resolvedConfiguration(), List.of(), registry, dataDirectory)
                .spec();
        Checkpoint checkpoint = CheckpointFile.read(run.bestCheckpoint());
        RandomStreams random = new RandomStreams(spec.experiment().seed()).within("analysis");
        try (Dataset dataset = spec.dataset().create()) {
            int inputs = dataset.info().inputs();
            OutputLayer output = output(spec.network(), dataset.info());
            requireFit(run.bestCheckpoint(), shapes(spec.network(), inputs, output.units()), shapes(checkpoint));
            NetworkDefinition definition = spec.network().definition(inputs, output, checkpoint.signs());
            return new TrainedRun(
                    spec.experiment(),
                    AnalyzedNetwork.of(
                            definition,
                            DoubleNetwork.of(definition, checkpoint.parameters()),
                            drawn("test", TestExamples.of(dataset), examples, random),
                            new AnalyzedNetwork.ProbeData(
                                    drawn("training", dataset.train(), probeExamples, random),
                                    drawn("validation", dataset.validation(), examples, random)),
                            spec.network().initializer(),
                            random,
                            backend()));
        }
    }

    private static AnalyzedExamples drawn(String name, Split split, int count, RandomStreams random) {
        if (split.size() == 0) {
            throw new DataException("the data set has no " + name + " examples, which the analyses need");
        }
        return AnalyzedExamples.of(split, count, random.stream("examples/" + name));
    }

    private static Backend backend() {
        return VectorBackend.isAvailable() ? new VectorBackend(1) : new Nd4jBackend();
    }

    private static void requireFit(Path file, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            throw new RectifyException(
                    Category.USER,
                    file + " does not fit the experiment beside it: it holds layers of " + String.join(", ", found)
                            + "; accepted are " + String.join(", ", expected));
        }
    }

    /** Each layer as inputs x units, with the number of its signs where it has any. */
    private static List<String> shapes(ExperimentSpec.Network network, int inputs, int classes) {
        List<String> shapes = new ArrayList<>();
        int below = inputs;
        for (int units : network.hidden()) {
            int outputs = network.activation().outputs(units);
            shapes.add(below + " x " + units + " with " + outputs + " signs");
            below = outputs;
        }
        shapes.add(below + " x " + classes);
        return shapes;
    }

    private static List<String> shapes(Checkpoint checkpoint) {
        List<String> shapes = new ArrayList<>();
        List<Parameters.Layer> layers = checkpoint.parameters().layers();
        for (int i = 0; i < layers.size(); i++) {
            String weights = shape(layers.get(i).weights());
            boolean biasesFit =
                    layers.get(i).biases().length() == layers.get(i).weights().size(-1);
            shapes.add(weights
                    + (biasesFit ? "" : " with biases of " + shape(layers.get(i).biases()))
                    + (i < checkpoint.signs().size()
                            ? " with " + checkpoint.signs().get(i).size() + " signs"
                            : ""));
        }
        return shapes;
    }

    private static String shape(INDArray array) {
        return Arrays.stream(array.shape()).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }

    private static OutputLayer output(ExperimentSpec.Network network, DatasetInfo dataset) {
        if (network.output().task() != Task.CLASSIFICATION) {
            throw new RectifyException(
                    Category.USER, "the analyses are of networks that tell classes; this one tells numbers");
        }
        return network.output().on(dataset);
    }

    /** The experiment's name. */
    public String experiment() {
        return identity.name();
    }

    /** The sizes of the layers, from the inputs to the classes. */
    public List<Integer> network() {
        List<Integer> sizes = new ArrayList<>(List.of(subject.definition().inputs()));
        subject.definition().hidden().forEach(layer -> sizes.add(layer.units()));
        sizes.add(subject.definition().outputs());
        return List.copyOf(sizes);
    }

    /** How many test examples are looked at. */
    public int examples() {
        return subject.examples().size();
    }

    /**
     * Puts every statement to the test. The same run gives the same figures.
     *
     * @param listener told each result as soon as it is known
     */
    public AnalysisReport analyze(Consumer<AnalysisResult> listener) {
        List<AnalysisResult> results = new ArrayList<>();
        for (Analysis analysis : ANALYSES) {
            AnalysisResult result = analysis.analyze(subject);
            results.add(result);
            listener.accept(result);
        }
        return new AnalysisReport(identity.name(), identity.seed(), network(), examples(), results);
    }
}
