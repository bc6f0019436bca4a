package org.rectify.engine.run;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.training.TrainingListener;
import org.rectify.kernels.Backend;
import org.rectify.kernels.Nd4jThreads;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** Pre-trains the hidden layers of a network, unless a run before did the same (items 37 and 47). */
final class StackPretraining {

    private final RunRequest request;
    private final Dataset dataset;
    private final RandomStreams random;
    private final Backend backend;
    private final TrainingListener listener;
    private final StackCache cache;

    @Inject
    StackPretraining(
            RunRequest request, Dataset dataset, RandomStreams random, Backend backend, TrainingListener listener) {
        this.request = request;
        this.dataset = dataset;
        this.random = random;
        this.backend = backend;
        this.listener = listener;
        this.cache = StackCache.in(request.output());
    }

    /**
     * Replaces the parameters of hidden layers by what they learn.
     *
     * @param parameters the first values
     */
    void pretrain(NetworkDefinition network, Parameters parameters) {
        ResolvedExperiment experiment = request.experiment();
        if (!request.cached() || !StackCache.appliesTo(experiment)) {
            learn(network, parameters);
            return;
        }
        Path file = cache.file(experiment, dataset.info(), request.registry().plugins());
        if (reused(file, parameters)) {
            return;
        }
        try (StackCache.Lock lock = cache.lock(file)) {
            if (reused(file, parameters)) {
                return;
            }
            learn(network, parameters);
            cache.write(
                    file,
                    new Checkpoint(
                            network.hidden().stream().map(HiddenLayer::signs).toList(),
                            parameters,
                            Map.of("experiment", experiment.text())));
        }
    }

    private boolean reused(Path file, Parameters parameters) {
        Optional<Checkpoint> kept = cache.read(file);
        kept.ifPresent(stack -> {
            parameters.assign(stack.parameters());
            listener.stackReused(file);
        });
        return kept.isPresent();
    }

    private void learn(NetworkDefinition network, Parameters parameters) {
        // A method may compute with ND4J before a backend is asked for a network, which is what sees to this otherwise.
        Nd4jThreads.useOne();
        ExperimentSpec spec = request.experiment().spec();
        NetworkStack.Examples examples = new NetworkStack.Examples(
                dataset.unlabelled()
                        .map(unlabelled -> JoinedFeatures.of(dataset.train().features(), unlabelled))
                        .orElseGet(() -> dataset.train().features()),
                dataset.validation().features(),
                dataset.info().range());
        spec.pretraining()
                .pretrain(new NetworkStack(
                        network,
                        parameters,
                        backend,
                        examples,
                        spec.network().initializer(),
                        random.within("pretraining"),
                        listener));
    }
}
