package org.rectify.kernels.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The name of what measurements are made on. */
final class MachineName {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private MachineName() {}

    /** As the operating system names it, or the architecture where it does not. */
    static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElseGet(MachineName::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch", "unknown processor");
    }
}
