package org.rectify.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the speed of whole workloads. */
@Command(
        name = BenchCommand.NAME,
        description = BenchCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "docs/benchmarks.md tells what each workload is, and compares it with other libraries."})
final class BenchCommand implements Callable<Integer> {

    static final String NAME = "bench";
    static final String DESCRIPTION = "Measures the speed of whole workloads on this machine.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WORKLOAD", arity = "0..*", description = "Only these; i-mnist stands for both its sizes.")
    private List<String> workloads = List.of();

    @Option(
            names = "--backend",
            paramLabel = "B",
            defaultValue = "vector",
            description = "What computes: vector or nd4j (default: ${DEFAULT-VALUE}).")
    private String backend = "vector";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that compute (default: ${DEFAULT-VALUE}); nd4j always computes with one.")
    private int threads = 1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "Length of a window of time (default: ${DEFAULT-VALUE}).")
    private double seconds = 1;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many windows, at least 5 (default: ${DEFAULT-VALUE}).")
    private int windows = 5;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file too.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--parameters",
            paramLabel = "DIR",
            description = "Keep the trained networks that workloads start from in this folder, and find them there.")
    private Optional<Path> parameters = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change the workloads: --set network.hidden=[2000,2000]. May be repeated.")
    private List<String> overrides = List.of();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        return new BenchmarkRun(
                        spec.commandLine(), workloads, backend, threads, seconds, windows, json, parameters, overrides)
                .run(plugins);
    }
}
