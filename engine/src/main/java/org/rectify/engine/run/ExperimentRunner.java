package org.rectify.engine.run;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.evaluation.ExactZeros;
import org.rectify.engine.evaluation.FinalEvaluation;
import org.rectify.engine.listener.RunListeners;
import org.rectify.engine.record.FilterSheet;
import org.rectify.engine.record.Predictions;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.FineTuning;
import org.rectify.engine.training.TrainingData;
import org.rectify.engine.training.TrainingOutcome;
import org.rectify.kernels.Backend;
import org.rectify.kernels.Nd4jThreads;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** Pre-training, fine-tuning, evaluation: one experiment from its data to its result. */
final class ExperimentRunner {

    private final ResolvedExperiment experiment;
    private final ComponentRegistry registry;
    private final Dataset dataset;
    private final RandomStreams random;
    private final Backend backend;
    private final StackPretraining pretraining;
    private final FineTuning fineTuning;
    private final FinalEvaluation finalEvaluation;
    private final RunDirectory directory;
    private final RunListeners listeners;

    @Inject
    ExperimentRunner(
            ResolvedExperiment experiment,
            ComponentRegistry registry,
            Dataset dataset,
            RandomStreams random,
            Backend backend,
            StackPretraining pretraining,
            FineTuning fineTuning,
            FinalEvaluation finalEvaluation,
            RunDirectory directory,
            RunListeners listeners) {
        this.experiment = experiment;
        this.registry = registry;
        this.dataset = dataset;
        this.random = random;
        this.backend = backend;
        this.pretraining = pretraining;
        this.fineTuning = fineTuning;
        this.finalEvaluation = finalEvaluation;
        this.directory = directory;
        this.listeners = listeners;
    }

    RunResult run() {
        ExperimentSpec spec = experiment.spec();
        DatasetInfo info = dataset.info();
        TrainingData data = TrainingData.of(
                dataset, spec.crossValidation(), spec.fineTuning().labelFraction(), random);
        NetworkDefinition network = spec.network()
                .definition(info, random)
                .withClassWeights(ClassWeights.of(
                        spec.fineTuning(), data.train(), info.classes().size()));
        // An initializer that looks at examples computes with ND4J before the backend is asked for a network.
        Nd4jThreads.useOne();
        Parameters initial = Parameters.initial(
                network, spec.network().initializer(), random, dataset.train().features());
        pretraining.pretrain(network, initial);
        try (NeuralNetwork model = backend.create(
                network,
                initial,
                spec.fineTuning().optimizer(),
                spec.fineTuning().minibatchSize())) {
            listeners.watch(model, data.validation());
            TrainingOutcome outcome = fineTuning.train(model, data);
            Map<String, MetricValue> test = Map.of();
            Optional<ActivationHistograms> activations = Optional.empty();
            Optional<ExactZeros> zeros = Optional.empty();
            if (!outcome.diverged()) {
                save(network, outcome);
                drawFilters(info, outcome.parameters());
                Predictions predictions = Predictions.of(network.output(), info.targets());
                ExactZeros counted = new ExactZeros();
                test = finalEvaluation.report(model, dataset, batch -> {
                    predictions.observe(batch);
                    counted.observe(batch);
                });
                zeros = Optional.of(counted);
                directory.writePredictions(predictions);
                activations = ActivationHistograms.measure(model, data.validation());
            }
            return result(data, outcome, test, zeros, activations);
        }
    }

    private void save(NetworkDefinition network, TrainingOutcome outcome) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("experiment", experiment.text());
        outcome.kept().ifPresent(kept -> metadata.put("epoch", Integer.toString(kept.epoch())));
        registry.plugins()
                .forEach(plugin ->
                        metadata.put("plugin " + plugin.id(), plugin.version() + " sha256 " + plugin.sha256()));
        Checkpoint checkpoint = new Checkpoint(
                network.hidden().stream().map(HiddenLayer::signs).toList(), outcome.parameters(), metadata);
        try {
            CheckpointFile.write(directory.bestCheckpoint(), checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint of " + directory.path(), e);
        }
    }

    private void drawFilters(DatasetInfo info, Parameters parameters) {
        boolean hidden = parameters.layers().size() > 1;
        if (hidden && FilterSheet.shows(info.shape())) {
            INDArray weights = parameters.layers().get(0).weights();
            directory.writeFilters(FilterSheet.of(weights, info.shape()));
        }
    }

    private RunResult result(
            TrainingData data,
            TrainingOutcome outcome,
            Map<String, MetricValue> test,
            Optional<ExactZeros> zeros,
            Optional<ActivationHistograms> activations) {
        ExperimentSpec spec = experiment.spec();
        RunResult.DatasetSizes sizes = new RunResult.DatasetSizes(
                dataset.info().name(),
                data.train().size(),
                data.validation().size(),
                finalEvaluation.examples(dataset));
        Optional<RunResult.Best> best =
                outcome.kept().map((EpochReport kept) -> new RunResult.Best(kept.epoch(), kept.validation()));
        RunResult.Sparsity sparsity = zeros.map(counted -> new RunResult.Sparsity(counted.ofLayers(), counted.ofAll()))
                .orElseGet(RunResult.Sparsity::unknown);
        return new RunResult(
                spec.experiment().name(),
                spec.experiment().seed(),
                sizes,
                MetricDescriptions.of(spec.metrics()),
                best,
                test,
                sparsity,
                activations,
                outcome.epochs(),
                outcome.examplesPerSecond(),
                outcome.diverged());
    }
}
