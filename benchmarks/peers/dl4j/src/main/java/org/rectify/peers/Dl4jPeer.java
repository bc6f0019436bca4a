package org.rectify.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Rectify's workloads in DL4J's {@code MultiLayerNetwork}.
 *
 * <p>The L1 penalty on activations is left out, since DL4J has none. The sign mask is folded into the weights that read
 * the masked units, so it costs nothing. Denoising auto-encoders are networks of two layers from corrupted to clean
 * inputs: DL4J's own {@code AutoEncoder} layer ties its weights and has one activation for code and reconstruction, so it
 * would be another model.
 */
public final class Dl4jPeer {

    private static final String VERSION = "1.0.0-M2.1";
    private static final int SEED = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> WORKLOADS = List.of(
            "w-mnist", "w-mnist-init", "w-mnist-tanh", "w-mnist-256", "w-dae", "w-text", "i-mnist", "i-mnist-1000");

    private final Path sample;
    private final Path parameters;
    private final int threads;

    private Dl4jPeer(Path sample, Path parameters, int threads) {
        this.sample = sample;
        this.parameters = parameters;
        this.threads = threads;
    }

    /** Measures the workloads that are asked for. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                options.put(arguments[i].substring(2), arguments[++i]);
            } else {
                names.addAll(arguments[i].equals("i-mnist") ? List.of("i-mnist", "i-mnist-1000") : List.of(arguments[i]));
            }
        }
        Set<String> known = Set.of("sample", "threads", "seconds", "windows", "parameters", "json");
        if (!WORKLOADS.containsAll(names) || !known.containsAll(options.keySet())) {
            System.err.println("usage: dl4j_peer [WORKLOAD...] [--threads N] [--seconds S] [--windows N]"
                    + " [--parameters DIR] [--json FILE]; workloads: " + String.join(", ", WORKLOADS));
            System.exit(2);
        }
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        Dl4jPeer peer = new Dl4jPeer(
                Path.of(options.get("sample")),
                options.containsKey("parameters") ? Path.of(options.get("parameters")) : null,
                Integer.parseInt(options.getOrDefault("threads", "1")));
        double seconds = Double.parseDouble(options.getOrDefault("seconds", "1"));
        int windows = Integer.parseInt(options.getOrDefault("windows", "5"));
        ArrayNode results = JSON.createArrayNode();
        for (String name : names.isEmpty() ? WORKLOADS : names) {
            results.add(peer.measure(name, seconds, windows));
        }
        if (options.containsKey("json")) {
            Files.writeString(Path.of(options.get("json")), results.toPrettyString() + "\n");
        }
        System.exit(0);
    }

    /** A workload ready to run: a step, and how many examples it is. */
    private record Work(int minibatch, Runnable step) {}

    /** Numbers of threads of ND4J's own operations and of its BLAS. */
    private record Threads(int operations, int blas) {

        void use() {
            Nd4j.getEnvironment().setMaxThreads(operations);
            Nd4j.getEnvironment().setMaxMasterThreads(operations);
            Nd4j.factory().blas().setMaxThreads(blas);
        }
    }

    private ObjectNode measure(String name, double seconds, int windows) throws IOException {
        Work work = open(name);
        // Of the threads that are allowed, more are often slower on a small minibatch: the best number is tried out.
        Set<Threads> choices = new LinkedHashSet<>();
        for (int operations : new int[] {1, threads}) {
            for (int blas : new int[] {1, threads}) {
                choices.add(new Threads(operations, blas));
            }
        }
        Map<Threads, Double> speeds = new LinkedHashMap<>();
        new Threads(1, 1).use();
        window(work, 0.5);
        for (int turn = 0; turn < (choices.size() > 1 ? 3 : 0); turn++) {
            for (Threads choice : choices) {
                choice.use();
                window(work, 0.05);
                speeds.merge(choice, window(work, 0.2), Math::max);
            }
        }
        Threads best = choices.stream()
                .max(Comparator.comparing(choice -> speeds.getOrDefault(choice, 0.0)))
                .orElseThrow();
        best.use();
        window(work, 0.3);
        double[] rates = new double[windows];
        for (int i = 0; i < windows; i++) {
            rates[i] = window(work, seconds);
        }
        Arrays.sort(rates);
        double median = (rates[(windows - 1) / 2] + rates[windows / 2]) / 2;
        System.out.printf(
                Locale.ROOT,
                "%-14s DL4J %s  threads %d  median %9.1f  min %9.1f  max %9.1f examples/s  (%d for operations, %d for BLAS)%n",
                name,
                VERSION,
                threads,
                median,
                rates[0],
                rates[windows - 1],
                best.operations(),
                best.blas());
        ObjectNode node = JSON.createObjectNode();
        node.put("workload", name)
                .put("library", "DL4J")
                .put("version", VERSION)
                .put("threads", threads)
                .put("minibatch-size", work.minibatch())
                .put("form", best.operations() + " threads for operations, " + best.blas() + " for BLAS");
        node.putObject("examples-per-second")
                .put("median", median)
                .put("min", rates[0])
                .put("max", rates[windows - 1]);
        return node;
    }

    private static double window(Work work, double seconds) {
        long start = System.nanoTime();
        long steps = 0;
        do {
            work.step().run();
            steps++;
        } while (System.nanoTime() - start < seconds * 1e9 || steps < 3);
        return steps * work.minibatch() * 1e9 / (System.nanoTime() - start);
    }

    private Work open(String name) throws IOException {
        return switch (name) {
            case "w-mnist", "w-mnist-init" -> classifier(name, Activation.RELU, 10, true);
            case "w-mnist-tanh" -> classifier(name, Activation.TANH, 10, true);
            case "w-mnist-256" -> classifier(name, Activation.RELU, 256, true);
            case "i-mnist" -> classifier(name, Activation.RELU, 10, false);
            case "i-mnist-1000" -> classifier(name, Activation.RELU, 1000, false);
            case "w-dae" -> codes();
            case "w-text" -> texts();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Work classifier(String name, Activation activation, int minibatch, boolean learns) throws IOException {
        INDArray images = Nd4j.createFromArray(images()).reshape(-1, 784);
        INDArray labels = Nd4j.createFromArray(oneHot());
        MultiLayerNetwork network = network(
                new int[] {784, 1000, 1000, 1000, 10},
                activation,
                Activation.SOFTMAX,
                LossFunction.NEGATIVELOGLIKELIHOOD);
        if (parameters != null && !name.equals("w-mnist-init") && activation == Activation.RELU) {
            Path file = parameters.resolve("w-mnist.safetensors");
            if (Files.exists(file)) {
                load(network, file);
            }
        }
        Supplier<int[]> rows = shuffled((int) images.rows(), minibatch);
        if (learns) {
            return new Work(minibatch, () -> {
                int[] chosen = rows.get();
                network.fit(Nd4j.pullRows(images, 1, chosen), Nd4j.pullRows(labels, 1, chosen));
            });
        }
        return new Work(minibatch, () -> network.predict(Nd4j.pullRows(images, 1, rows.get())));
    }

    private static MultiLayerNetwork network(int[] sizes, Activation hidden, Activation output, LossFunction cost) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .updater(new Sgd(0.01))
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        for (int i = 0; i < sizes.length - 2; i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(sizes[i])
                    .nOut(sizes[i + 1])
                    .activation(hidden)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(cost)
                .nIn(sizes[sizes.length - 2])
                .nOut(sizes[sizes.length - 1])
                .activation(output)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private Work codes() throws IOException {
        int units = 1000;
        INDArray images = Nd4j.createFromArray(images()).reshape(-1, 784);
        INDArray below = Nd4j.rand(784, units).subi(0.5).muli(2 * Math.sqrt(6.0 / (784 + units)));
        INDArray codes = images.mmul(below);
        float[] values = codes.dup('c').data().asFloat();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        MultiLayerNetwork network =
                network(new int[] {units, units, units}, Activation.RELU, Activation.SOFTPLUS, LossFunction.L2);
        Supplier<int[]> rows = shuffled((int) images.rows(), 10);
        SplittableRandom random = new SplittableRandom(SEED);
        float[] clean = new float[10 * units];
        float[] corrupted = new float[clean.length];
        byte[] drawn = new byte[clean.length];
        return new Work(10, () -> {
            int[] chosen = rows.get();
            random.nextBytes(drawn);
            for (int i = 0; i < clean.length; i++) {
                clean[i] = values[chosen[i / units] * units + i % units];
                // Masked with probability 0.25: 64 bytes in 256.
                corrupted[i] = (drawn[i] & 0xff) < 64 ? 0 : clean[i];
            }
            network.fit(matrix(corrupted, 10), matrix(clean, 10));
        });
    }

    private Work texts() {
        int inputs = 5000;
        int[][] ones = new int[2000][];
        Random draw = new Random(SEED);
        for (int i = 0; i < ones.length; i++) {
            ones[i] = draw.ints(0, inputs).distinct().limit(30).toArray();
        }
        MultiLayerNetwork network =
                network(new int[] {inputs, inputs, inputs}, Activation.RELU, Activation.SIGMOID, LossFunction.XENT);
        Supplier<int[]> rows = shuffled(ones.length, 10);
        SplittableRandom random = new SplittableRandom(SEED);
        float[] clean = new float[10 * inputs];
        float[] corrupted = new float[clean.length];
        double untouched = Math.log1p(-0.005);
        return new Work(10, () -> {
            Arrays.fill(clean, 0);
            Arrays.fill(corrupted, 0);
            // Zeros are set with probability 0.005: the gaps between such places are geometric.
            for (int i = gap(random, untouched); i < corrupted.length; i += 1 + gap(random, untouched)) {
                corrupted[i] = 1;
            }
            int[] chosen = rows.get();
            for (int example = 0; example < 10; example++) {
                for (int one : ones[chosen[example]]) {
                    clean[example * inputs + one] = 1;
                    corrupted[example * inputs + one] = random.nextDouble() < 0.8 ? 0 : 1;
                }
            }
            network.fit(matrix(corrupted, 10), matrix(clean, 10));
        });
    }

    private static int gap(SplittableRandom random, double logarithm) {
        return (int) Math.min(1 << 20, Math.log(1 - random.nextDouble()) / logarithm);
    }

    private static INDArray matrix(float[] values, int rows) {
        return Nd4j.createFromArray(values).reshape(rows, values.length / rows);
    }

    private static Supplier<int[]> shuffled(int examples, int minibatch) {
        int[] order = new int[examples];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        int[] next = {examples};
        return () -> {
            if (next[0] + minibatch > examples) {
                for (int i = examples - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int other = order[i];
                    order[i] = order[j];
                    order[j] = other;
                }
                next[0] = 0;
            }
            next[0] += minibatch;
            return Arrays.copyOfRange(order, next[0] - minibatch, next[0]);
        };
    }

    private float[] images() throws IOException {
        byte[] bytes = unzipped("train-images-idx3-ubyte.gz");
        float[] pixels = new float[bytes.length - 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[16 + i] & 0xff) / 255f;
        }
        return pixels;
    }

    private float[][] oneHot() throws IOException {
        byte[] bytes = unzipped("train-labels-idx1-ubyte.gz");
        float[][] labels = new float[bytes.length - 8][10];
        for (int i = 0; i < labels.length; i++) {
            labels[i][bytes[8 + i]] = 1;
        }
        return labels;
    }

    private byte[] unzipped(String file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new GZIPInputStream(Files.newInputStream(sample.resolve(file))))) {
            return in.readAllBytes();
        }
    }

    /** Puts the product's trained parameters into a network, its signs folded into the weights that read the units. */
    private static void load(MultiLayerNetwork network, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] encoded = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(encoded);
        JsonNode header = JSON.readTree(new String(encoded, StandardCharsets.UTF_8));
        int body = bytes.position();
        List<String> names = new ArrayList<>();
        for (int layer = 0; layer < network.getnLayers(); layer++) {
            names.add(layer == network.getnLayers() - 1 ? "output" : "layer-" + (layer + 1));
        }
        INDArray signs = null;
        for (int layer = 0; layer < names.size(); layer++) {
            INDArray weights = tensor(bytes, body, header.get(names.get(layer) + "/weights"));
            if (signs != null) {
                weights.muliColumnVector(signs.reshape(-1, 1));
            }
            network.getLayer(layer).getParam("W").assign(weights);
            INDArray biases = network.getLayer(layer).getParam("b");
            biases.assign(tensor(bytes, body, header.get(names.get(layer) + "/biases")).reshape(biases.shape()));
            JsonNode entry = header.get(names.get(layer) + "/signs");
            signs = entry == null ? null : tensor(bytes, body, entry);
        }
    }

    private static INDArray tensor(ByteBuffer bytes, int body, JsonNode entry) {
        long[] shape = new long[entry.get("shape").size()];
        Arrays.setAll(shape, i -> entry.get("shape").get(i).asLong());
        int start = entry.get("data_offsets").get(0).asInt();
        float[] values = new float[(entry.get("data_offsets").get(1).asInt() - start) / Float.BYTES];
        bytes.slice(body + start, values.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
