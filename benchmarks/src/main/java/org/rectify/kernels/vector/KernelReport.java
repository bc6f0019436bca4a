package org.rectify.kernels.vector;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the kernels of the vector backend against the limits of the machine, and prints a table. */
@Command(
        name = "benchmarks/kernels",
        description = "Measures the kernels of the vector backend against the limits of the machine.",
        mixinStandardHelpOptions = true)
public final class KernelReport implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--filter",
            paramLabel = "REGEX",
            description = "Only kernels in whose \"name layer minibatch active\" this is found: 'sparse 1000x1000 10'.")
    private String filter = "";

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file too.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0.3",
            description = "Length of each of 3 warm-ups and 5 measurements (default: ${DEFAULT-VALUE}).")
    private double seconds = 0.3;

    @Option(
            names = "--crossover",
            description = "Only find the active fraction from which the dense forward kernel is faster.")
    private boolean crossover;

    @Option(
            names = "--limits",
            paramLabel = "THREADS",
            description = "Only measure the limits of the machine, with so many threads at once.")
    private Optional<Integer> limits = Optional.empty();

    private final ReportFile file = new ReportFile();

    /** Runs the command line and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KernelReport())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    commandLine.getErr().println("kernels: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        require(seconds > 0 && seconds <= 60, "--seconds " + seconds + ": accepted are more than 0, at most 60");
        for (int threads : limits.stream().toList()) {
            // Shares of the smallest array are whole rows of panels then.
            require(
                    List.of(1, 2, 4, 8, 16).contains(threads),
                    "--limits " + threads + ": accepted are 1, 2, 4, 8 and 16");
        }
        Pattern pattern = pattern();
        BenchmarkProcess stopwatch = new BenchmarkProcess(seconds);
        if (crossover) {
            findCrossovers(stopwatch, pattern);
        } else if (limits.isPresent()) {
            measureLimits(stopwatch, limits.get(), MachineLimits.SIZES);
        } else {
            measureKernels(stopwatch, pattern);
        }
        if (json.isPresent()) {
            Files.writeString(json.get(), file.text());
        }
        return 0;
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(filter);
        } catch (PatternSyntaxException e) {
            throw new ParameterException(spec.commandLine(), "--filter: " + e.getMessage(), e);
        }
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private List<KernelCase> matching(List<KernelCase> cases, Pattern pattern) {
        List<KernelCase> chosen = cases.stream()
                .filter(each -> pattern.matcher(each.label()).find())
                .toList();
        require(
                !chosen.isEmpty(),
                "--filter " + filter + ": no kernel matches; one is '"
                        + cases.get(0).label() + "'");
        return chosen;
    }

    private MachineLimits measureLimits(BenchmarkProcess stopwatch, int threads, List<Integer> sizes) {
        MachineLimits measured = MachineLimits.measure(stopwatch, threads, sizes);
        file.add(measured);
        print(
                "%s, Java %s, %d thread%s, %s%n",
                MachineName.processor(),
                Runtime.version(),
                threads,
                threads == 1 ? "" : "s",
                String.join(" ", BenchmarkProcess.flags()));
        print("%nmultiply-adds in registers: %.1f GFLOP/s%n%n", measured.gflops());
        print("%10s %14s %28s%n", "array", "reading, GB/s", "reading and writing, GB/s");
        measured.bandwidths()
                .forEach((bytes, gigabytes) ->
                        print("%6d KiB %14.1f %28.1f%n", bytes >> 10, gigabytes.read(), gigabytes.readAndWrite()));
        return measured;
    }

    private void measureKernels(BenchmarkProcess stopwatch, Pattern pattern) {
        List<KernelCase> cases = matching(KernelCase.all(), pattern);
        SortedSet<Integer> sizes = new TreeSet<>();
        cases.forEach(each -> sizes.add(MachineLimits.sizeFor(each.layer().bytes())));
        MachineLimits machine =
                measureLimits(stopwatch, 1, filter.isEmpty() ? MachineLimits.SIZES : List.copyOf(sizes));
        print(
                "%n%-34s %10s %9s %6s %11s %8s %7s %8s %10s%n",
                "kernel", "layer", "minibatch", "active", "us", "GFLOP/s", "GB/s", "of peak", "of memory");
        for (KernelCase each : cases) {
            KernelResult result = KernelResult.of(each, stopwatch.measure(each), machine);
            file.add(result);
            print(
                    "%-34s %10s %9d %6.2f %11.1f %8.1f %7.1f %7.0f%% %9.0f%%%n",
                    each.kernel().title(),
                    each.layer(),
                    each.minibatch(),
                    each.active(),
                    result.microseconds(),
                    result.gflops(),
                    result.gigabytes(),
                    100 * result.ofPeak(),
                    100 * result.ofBandwidth());
        }
    }

    private void findCrossovers(BenchmarkProcess stopwatch, Pattern pattern) {
        List<KernelCase> cases = matching(
                KernelCase.all().stream()
                        .filter(each -> each.kernel() == Kernel.FORWARD_DENSE)
                        .toList(),
                pattern);
        for (KernelCase dense : cases) {
            Crossover found = Crossover.measure(stopwatch, dense.layer(), dense.minibatch());
            file.add(found);
            print("%n%s, minibatch %d%n", dense.layer(), dense.minibatch());
            print("%10s %12s %12s %14s%n", "active", "sparse, us", "dense, us", "sparse / dense");
            found.sparse()
                    .forEach((active, time) ->
                            print("%10.2f %12.1f %12.1f %14.2f%n", active, time, found.dense(), time / found.dense()));
            found.fraction()
                    .ifPresentOrElse(
                            fraction -> print(
                                    "dense is faster from %.2f on; the engine takes it from %.2f on%n",
                                    fraction, ForwardKernel.DENSE_FROM),
                            () -> print("sparse is faster throughout%n"));
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
