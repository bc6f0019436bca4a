package org.rectify.engine.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The machine and the Java virtual machine of a run.
 *
 * @param javaVendor who built the Java runtime
 * @param javaVersion its version
 * @param virtualMachine name and version of the virtual machine
 * @param maxHeapBytes what the heap may grow to
 * @param system the operating system's name
 * @param systemVersion its version
 * @param architecture of the processor, as Java names it
 * @param cpu the processor's model; the architecture where the system does not tell
 * @param processors available to the virtual machine
 */
public record Machine(
        String javaVendor,
        String javaVersion,
        String virtualMachine,
        long maxHeapBytes,
        String system,
        String systemVersion,
        String architecture,
        String cpu,
        int processors) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The machine that runs. */
    public static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                property("java.vendor"),
                property("java.version"),
                property("java.vm.name") + " " + property("java.vm.version"),
                runtime.maxMemory(),
                property("os.name"),
                property("os.version"),
                property("os.arch"),
                cpuModel(CPU_INFO, property("os.arch")),
                runtime.availableProcessors());
    }

    static String cpuModel(Path cpuInfo, String otherwise) {
        if (!Files.isReadable(cpuInfo)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(model -> !model.isEmpty())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException | UncheckedIOException unreadable) {
            return otherwise;
        }
    }

    private static String property(String name) {
        return Objects.requireNonNullElse(System.getProperty(name), "unknown");
    }
}
