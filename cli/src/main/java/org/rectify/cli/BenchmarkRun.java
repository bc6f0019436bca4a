package org.rectify.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.benchmark.BenchmarkResult;
import org.rectify.engine.benchmark.Benchmarks;
import org.rectify.engine.config.BackendChoice;
import org.rectify.kernels.Backend;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.vector.VectorBackend;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify bench} does once its arguments are read; apart from them, since help may not touch the engine. */
record BenchmarkRun(
        CommandLine command,
        List<String> workloads,
        String backend,
        int threads,
        double seconds,
        int windows,
        Optional<Path> json,
        Optional<Path> parameters,
        List<String> overrides) {

    /** Measures the workloads that were asked for; returns the exit code. */
    int run(PluginOptions plugins) {
        checkNumbers();
        List<String> chosen = chosen();
        PrintWriter out = command.getOut();
        ArrayNode results = new ObjectMapper().createArrayNode();
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            Backend measured = measuredBackend();
            Backend warmUp = VectorBackend.isAvailable() ? new VectorBackend(1) : new Nd4jBackend();
            Benchmarks benchmarks = new Benchmarks(
                    workbench.registry(), Installation.data(Optional.empty()), overrides, measured, warmUp, parameters);
            out.printf(
                    Locale.ROOT,
                    "%-14s %-8s %7s %10s %10s %10s %9s %8s%n",
                    "workload",
                    "backend",
                    "threads",
                    "examples/s",
                    "slowest",
                    "fastest",
                    "sparsity",
                    "skipped");
            for (String workload : chosen) {
                BenchmarkResult result =
                        benchmarks.measure(workload, Duration.ofNanos(Math.round(seconds * 1e9)), windows);
                print(result, out);
                results.add(json(result));
            }
        }
        json.ifPresent(file -> write(file, results));
        return ExitCode.DONE;
    }

    private void checkNumbers() {
        require(threads >= 1 && threads <= 1024, "--threads " + threads + ": accepted are 1 to 1024");
        require(seconds > 0 && seconds <= 3600, "--seconds " + seconds + ": accepted are more than 0, at most 3600");
        require(windows >= 5 && windows <= 10_000, "--windows " + windows + ": accepted are 5 to 10000");
        json.map(file -> file.toAbsolutePath().getParent())
                .ifPresent(folder ->
                        require(folder != null && Files.isDirectory(folder), "--json: there is no folder " + folder));
    }

    private List<String> chosen() {
        List<String> all = Benchmarks.workloads();
        for (String workload : workloads) {
            require(all.contains(workload), "no workload '" + workload + "'; accepted are " + String.join(", ", all));
        }
        return all.stream()
                .filter(name -> workloads.isEmpty()
                        || workloads.contains(name)
                        || workloads.stream().anyMatch(asked -> asked.startsWith("i-") && name.startsWith(asked + "-")))
                .toList();
    }

    private Backend measuredBackend() {
        List<String> names = List.of(BackendChoice.VECTOR, BackendChoice.ND4J).stream()
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        require(names.contains(backend), "--backend " + backend + ": accepted are " + String.join(", ", names));
        if (backend.equals(names.get(1))) {
            return new Nd4jBackend();
        }
        require(
                VectorBackend.isAvailable(),
                "--backend vector: this Java has no module " + VectorModule.NAME + "; --backend nd4j works");
        return new VectorBackend(threads);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(command, otherwise);
        }
    }

    private static void print(BenchmarkResult result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-14s %-8s %7d %10.0f %10.0f %10.0f %8.1f%% %7.1f%%%n",
                result.workload(),
                result.backend(),
                result.threads(),
                result.examplesPerSecond().median(),
                result.examplesPerSecond().min(),
                result.examplesPerSecond().max(),
                100 * result.sparsity(),
                100 * result.skipped());
        out.flush();
    }

    private static ObjectNode json(BenchmarkResult result) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("workload", result.workload())
                .put("backend", result.backend())
                .put("threads", result.threads())
                .put("minibatch-size", result.minibatchSize());
        node.putObject("examples-per-second")
                .put("median", result.examplesPerSecond().median())
                .put("min", result.examplesPerSecond().min())
                .put("max", result.examplesPerSecond().max());
        return node.put("sparsity", result.sparsity()).put("skipped", result.skipped());
    }

    private static void write(Path file, ArrayNode results) {
        try {
            Files.writeString(file, results.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
