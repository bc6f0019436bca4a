package org.rectify.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.record.Machine;
import org.rectify.kernels.vector.VectorBackend;

/** Examines what a run needs. */
final class Doctor {

    private static final long ENOUGH_HEAP = 1L << 30;
    private static final double MEBI = 1 << 20;
    private static final int PRODUCT_SIZE = 64;

    private final List<Path> pluginDirectories;
    private final Path dataDirectory;

    Doctor(List<Path> pluginDirectories, Path dataDirectory) {
        this.pluginDirectories = pluginDirectories;
        this.dataDirectory = dataDirectory;
    }

    /** How much a finding matters. */
    enum Verdict {
        /** As it should be. */
        OK,
        /** Runs are slower, or some are not possible. */
        NOTE,
        /** No run is possible. */
        BAD
    }

    /**
     * One thing examined.
     *
     * @param remedy what would mend it; empty where nothing has to be
     * @param exitCode of a command that fails for it
     */
    record Finding(Verdict verdict, String subject, String text, String remedy, int exitCode) {

        static Finding ok(String subject, String text) {
            return new Finding(Verdict.OK, subject, text, "", ExitCode.DONE);
        }

        static Finding note(String subject, String text, String remedy) {
            return new Finding(Verdict.NOTE, subject, text, remedy, ExitCode.DONE);
        }

        static Finding bad(String subject, String text, String remedy, Category category) {
            return new Finding(Verdict.BAD, subject, text, remedy, ExitCode.of(category));
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            String name = verdict.name().toLowerCase(Locale.ROOT);
            lines.add(String.format(Locale.ROOT, "%-5s %-9s %s", name, subject, text));
            if (!remedy.isEmpty()) {
                lines.add(" ".repeat(16) + "-> " + remedy);
            }
            return lines;
        }
    }

    /** Examines everything, in the order a run would meet it. */
    List<Finding> examine() {
        Machine machine = Machine.current();
        return List.of(
                java(machine), vector(), kernels(), natives(), memory(machine), processor(machine), plugins(), data());
    }

    private static Finding java(Machine machine) {
        return Finding.ok(
                "java", machine.javaVersion() + " (" + machine.javaVendor() + "), " + machine.virtualMachine());
    }

    private static Finding vector() {
        VectorModule.load();
        return VectorModule.bits().stream()
                .mapToObj(bits -> Finding.ok("vector", VectorModule.NAME + ", " + bits + " bits"))
                .findFirst()
                .orElseGet(() -> Finding.note(
                        "vector",
                        VectorModule.NAME + " cannot be loaded; only the slower nd4j backend works",
                        "use a JDK that has it (Temurin, OpenJDK), or set RECTIFY_JAVA_OPTS=\"--add-modules "
                                + VectorModule.NAME + "\""));
    }

    private static Finding kernels() {
        return Finding.ok(
                "kernels",
                String.format(
                        Locale.ROOT,
                        "vector backend: zeros are skipped; a layer of which %.0f %% of the inputs or more are active"
                                + " is multiplied whole",
                        100 * VectorBackend.DENSE_FROM));
    }

    private static Finding natives() {
        try {
            INDArray product = Nd4j.ones(PRODUCT_SIZE, PRODUCT_SIZE).mmul(Nd4j.ones(PRODUCT_SIZE, PRODUCT_SIZE));
            double mean = product.meanNumber().doubleValue();
            if (mean != PRODUCT_SIZE) {
                return brokenNatives("a product of matrices of ones gives " + mean + " in place of " + PRODUCT_SIZE);
            }
            return Finding.ok("natives", Nd4j.getBackend().getClass().getSimpleName() + ", matrices are multiplied");
        } catch (LinkageError | RuntimeException e) {
            return brokenNatives(String.valueOf(e));
        }
    }

    private static Finding brokenNatives(String text) {
        return Finding.bad(
                "natives",
                text,
                "the natives of ND4J in lib must be those of this machine: build Rectify on it;"
                        + " the home folder must be writable, they are unpacked to ~/.javacpp",
                Category.INTERNAL);
    }

    private static Finding memory(Machine machine) {
        String text = String.format(Locale.ROOT, "%.0f MiB of heap at most", machine.maxHeapBytes() / MEBI);
        return machine.maxHeapBytes() >= ENOUGH_HEAP
                ? Finding.ok("memory", text)
                : Finding.note("memory", text + ", little for the larger data sets", "set RECTIFY_JAVA_OPTS=-Xmx4g");
    }

    private static Finding processor(Machine machine) {
        return Finding.ok(
                "cpu",
                machine.cpu() + ", " + machine.processors() + " available, " + machine.system() + " "
                        + machine.architecture());
    }

    private Finding plugins() {
        try (Workbench workbench = Workbench.open(pluginDirectories)) {
            List<PluginIdentity> plugins = workbench.registry().plugins();
            String names = plugins.stream().map(PluginIdentity::id).collect(Collectors.joining(", "));
            return plugins.isEmpty()
                    ? Finding.bad(
                            "plugins",
                            "none in " + pluginDirectories,
                            "the assembly has a folder plugins beside lib; build it again, or give --plugins DIR",
                            Category.PLUGIN)
                    : Finding.ok("plugins", plugins.size() + ": " + names);
        } catch (RectifyException e) {
            return Finding.bad("plugins", e.getMessage(), "remove or mend what is named above", e.category());
        }
    }

    private Finding data() {
        List<String> found = Files.isDirectory(dataDirectory) ? folders() : List.of();
        return found.isEmpty()
                ? Finding.note(
                        "data",
                        "none in " + dataDirectory,
                        "mnist-sample and synthetic need none; a run that misses its data tells what to fetch and where"
                                + " to put it; another folder is given with --data DIR or RECTIFY_DATA")
                : Finding.ok("data", dataDirectory + ": " + String.join(", ", found));
    }

    private List<String> folders() {
        try (Stream<Path> folders = Files.list(dataDirectory)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
