package org.rectify.engine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Experiments;
import org.rectify.kernels.Backend;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.SignMask;
import org.rectify.kernels.network.Signs;

/** Measures the speed of whole workloads: real data, real components, the real engine. */
public final class Benchmarks {

    private static final List<String> AUTOENCODERS = List.of("w-dae", "w-text", "w-text-sampled");
    private static final List<String> ALL = List.of(
            "w-mnist",
            "w-mnist-init",
            "w-mnist-tanh",
            "w-mnist-256",
            "w-dae",
            "w-text",
            "w-text-sampled",
            "i-mnist",
            "i-mnist-1000");

    /** A warm-up that does not get there ends after so many examples. */
    private static final long LONGEST_WARM_UP = 1_000_000;

    /** The virtual machine compiles the engine in half of this time. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final int EXAMPLES_BETWEEN_LOOKS = 2_000;

    private final ComponentRegistry registry;
    private final Path dataDirectory;
    private final List<String> overrides;
    private final Backend backend;
    private final Backend warmUpBackend;
    private final Optional<Path> parametersDirectory;
    private final RandomStreams random = new RandomStreams(1);

    /**
     * Workloads on a backend.
     *
     * @param overrides {@code path=value}, laid over the files of all workloads
     * @param warmUpBackend makes networks sparse before they are measured
     * @param parametersDirectory where warmed-up parameters are kept, and found again
     */
    public Benchmarks(
            ComponentRegistry registry,
            Path dataDirectory,
            List<String> overrides,
            Backend backend,
            Backend warmUpBackend,
            Optional<Path> parametersDirectory) {
        this.registry = registry;
        this.dataDirectory = dataDirectory;
        this.overrides = List.copyOf(overrides);
        this.backend = backend;
        this.warmUpBackend = warmUpBackend;
        this.parametersDirectory = parametersDirectory;
    }

    /** The names of all workloads, in the order of listings. */
    public static List<String> workloads() {
        return ALL;
    }

    /**
     * Measures a workload.
     *
     * @param window how long each window of time is
     * @param windows how many of them, after the time that the virtual machine takes to compile the engine
     */
    public BenchmarkResult measure(String workload, Duration window, int windows) {
        try (Workload work = open(workload)) {
            examplesPerSecond(work, WARM_UP);
            work.restart();
            double[] speeds = new double[windows];
            for (int i = 0; i < windows; i++) {
                speeds[i] = examplesPerSecond(work, window);
            }
            Arrays.sort(speeds);
            return new BenchmarkResult(
                    workload,
                    backend.name(),
                    backend.threads(),
                    work.minibatchSize(),
                    Speed.of(speeds),
                    work.sparsity(),
                    work.skipped());
        }
    }

    private static double examplesPerSecond(Workload work, Duration window) {
        long start = System.nanoTime();
        long end = start + window.toNanos();
        long examples = 0;
        long now;
        do {
            work.step();
            examples += work.minibatchSize();
            now = System.nanoTime();
        } while (now < end);
        return examples * 1e9 / (now - start);
    }

    private Workload open(String workload) {
        String resource = "benchmarks/" + workload + ".conf";
        return AUTOENCODERS.contains(workload)
                ? openAutoencoder(
                        Experiments.bundled(AutoencoderSettings.class, resource, overrides, registry, dataDirectory))
                : openNetwork(
                        workload,
                        Experiments.bundled(NetworkSettings.class, resource, overrides, registry, dataDirectory));
    }

    private Workload openNetwork(String workload, NetworkSettings settings) {
        Dataset dataset = settings.dataset().create();
        NetworkDefinition definition = settings.network().definition(dataset.info(), random);
        Parameters initial = Parameters.initial(definition, settings.network().initializer(), random);
        Parameters parameters = settings.warmUp()
                .map(warmUp -> warmedUp(workload, definition, initial, warmUp, dataset))
                .orElse(initial);
        NeuralNetwork network = backend.create(definition, parameters, settings.optimizer(), settings.minibatchSize());
        return new NetworkWorkload(
                network,
                parameters,
                dataset.train(),
                settings.minibatchSize(),
                settings.learning(),
                random.within("measured"));
    }

    private Parameters warmedUp(
            String workload,
            NetworkDefinition definition,
            Parameters initial,
            NetworkSettings.WarmUp warmUp,
            Dataset dataset) {
        Optional<Path> file = parametersDirectory.map(directory -> directory.resolve("w-mnist.safetensors"));
        if (file.isPresent() && Files.exists(file.get())) {
            return CheckpointFile.read(file.get()).parameters();
        }
        Parameters parameters = warmUp(definition, initial, warmUp, dataset);
        file.ifPresent(path -> write(path, definition, parameters, workload));
        return parameters;
    }

    private Parameters warmUp(
            NetworkDefinition definition, Parameters initial, NetworkSettings.WarmUp warmUp, Dataset dataset) {
        int minibatchSize = 10;
        try (NetworkWorkload work = new NetworkWorkload(
                warmUpBackend.create(definition, initial, warmUp.optimizer(), minibatchSize),
                initial,
                dataset.train(),
                minibatchSize,
                true,
                random.within("warm-up"))) {
            long examples = 0;
            do {
                work.forget();
                for (int i = 0; i < EXAMPLES_BETWEEN_LOOKS; i += minibatchSize) {
                    work.step();
                }
                examples += EXAMPLES_BETWEEN_LOOKS;
            } while (work.sparsity() < warmUp.sparsity() && examples < LONGEST_WARM_UP);
            Parameters parameters = Parameters.zeros(definition, DataType.FLOAT);
            work.copyTo(parameters);
            return parameters;
        }
    }

    private static void write(Path file, NetworkDefinition definition, Parameters parameters, String workload) {
        List<Signs> signs = definition.hidden().stream().map(HiddenLayer::signs).toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            CheckpointFile.write(file, new Checkpoint(signs, parameters, Map.of("workload", workload)));
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Workload openAutoencoder(AutoencoderSettings settings) {
        Inputs inputs = inputs(settings);
        HiddenLayer encoder = new HiddenLayer(
                inputs.columns(),
                settings.units(),
                settings.activation(),
                allPositive(settings.activation().outputs(settings.units())));
        AutoencoderDefinition definition = new AutoencoderDefinition(
                encoder,
                0,
                inputs.range(),
                settings.reconstruction(),
                false,
                Optional.empty(),
                false,
                settings.sampling());
        Parameters initial = definition.zeros(DataType.FLOAT);
        settings.initializer().fill(initial.layers().get(0).weights(), random.stream("init/encoder"));
        settings.initializer().fill(initial.layers().get(1).weights(), random.stream("init/decoder"));
        return new AutoencoderWorkload(
                backend.createAutoencoder(definition, initial, settings.learningRate(), settings.minibatchSize()),
                initial,
                inputs.values(),
                settings.corruption(),
                settings.minibatchSize(),
                random.within("measured"));
    }

    /** Clean inputs of an auto-encoder. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Inputs(float[] values, int columns, OutputRange range) {}

    private Inputs inputs(AutoencoderSettings settings) {
        return settings.inputs()
                .words()
                .map(this::words)
                .orElseGet(() -> codes(
                        settings.inputs().dataset().orElseThrow().create(),
                        settings.inputs().below().orElseThrow(),
                        settings));
    }

    private Inputs words(AutoencoderSettings.Words words) {
        RandomStream stream = random.stream("words");
        float[] values = new float[Math.multiplyExact(words.examples(), words.vocabulary())];
        for (int example = 0; example < words.examples(); example++) {
            for (int set = 0; set < words.perExample(); ) {
                int place = example * words.vocabulary() + stream.nextInt(words.vocabulary());
                set += values[place] == 0 ? 1 : 0;
                values[place] = 1;
            }
        }
        return new Inputs(values, words.vocabulary(), OutputRange.UNIT_INTERVAL);
    }

    /** What a layer with its first weights makes of the examples. */
    private Inputs codes(Dataset dataset, int units, AutoencoderSettings settings) {
        int inputs = dataset.info().inputs();
        HiddenLayer layer = new HiddenLayer(inputs, units, settings.activation(), allPositive(units));
        NetworkDefinition definition = NetworkDefinition.classifier(inputs, List.of(layer), 1);
        Initializer initializer = settings.initializer();
        Parameters parameters = Parameters.initial(definition, initializer, random.within("below"));
        Optimizer none = parameter -> (values, gradient, step) -> {};
        int size = dataset.train().size();
        float[] codes = new float[Math.multiplyExact(size, units)];
        int step = 100;
        try (NeuralNetwork network = warmUpBackend.create(definition, parameters, none, step)) {
            Minibatch batch = Minibatch.forExamplesOf(dataset.train().features(), step);
            for (int first = 0; first + step <= size; first += step) {
                batch.gather(dataset.train(), first, step);
                float[] hidden = Matrices.toFloats(network.observe(batch).hidden(0));
                System.arraycopy(hidden, 0, codes, first * units, hidden.length);
            }
        }
        return new Inputs(codes, units, settings.activation().range());
    }

    private Signs allPositive(int outputs) {
        return Signs.of(SignMask.NONE, outputs, random.stream("signs"));
    }
}
