package org.rectify.kernels.vector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Runs a benchmark in a virtual machine of its own, started as the rectify command starts one. */
final class BenchmarkProcess {

    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    private final TimeValue time;

    /**
     * @param seconds of each of three warm-ups and five measurements
     */
    BenchmarkProcess(double seconds) {
        time = TimeValue.nanoseconds(Math.round(seconds * 1e9));
    }

    /** What the virtual machine is started with. */
    static List<String> flags() {
        String aligned = "-XX:ObjectAlignmentInBytes=64";
        String vectors = "--add-modules=jdk.incubator.vector";
        return hasHugePages() ? List.of(vectors, aligned, "-XX:+UseTransparentHugePages") : List.of(vectors, aligned);
    }

    private static boolean hasHugePages() {
        try {
            return !Files.readString(HUGE_PAGES).contains("[never]");
        } catch (IOException e) {
            return false;
        }
    }

    /** Microseconds of a kernel. */
    Statistics measure(KernelCase kernel) {
        return measure(kernel.kernel().benchmarks(), kernel.kernel().method(), kernel.parameters(), 1);
    }

    /**
     * Microseconds of a call.
     *
     * @param threads that make calls at the same time
     */
    Statistics measure(Class<?> benchmarks, String method, Map<String, String> parameters, int threads) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmarks.getName() + "." + method) + "$")
                .forks(1)
                .jvmArgs(flags().toArray(String[]::new))
                .threads(threads)
                .warmupIterations(WARM_UPS)
                .warmupTime(time)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(time)
                .shouldFailOnError(true);
        parameters.forEach((name, value) -> options.param(name, value));
        // It begins with a warning about incubator modules, and matters where something fails.
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        OutputFormat format = OutputFormatFactory.createFormatInstance(
                new PrintStream(output, true, StandardCharsets.UTF_8), VerboseMode.SILENT);
        try {
            return new Runner(options.build(), format)
                    .runSingle()
                    .getPrimaryResult()
                    .getStatistics();
        } catch (RunnerException e) {
            throw new RectifyException(
                    Category.INTERNAL,
                    "cannot measure " + benchmarks.getSimpleName() + "." + method + " " + parameters + ":\n"
                            + output.toString(StandardCharsets.UTF_8),
                    e);
        }
    }
}
