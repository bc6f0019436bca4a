package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs as a user's shell would, and keeps what they say. */
final class Processes {

    private static final int MINUTES_TO_END = 5;

    private Processes() {}

    /** The root of the sources. */
    static Path root() {
        Path module = Path.of("").toAbsolutePath();
        return module.endsWith("cli") ? java.util.Objects.requireNonNull(module.getParent()) : module;
    }

    /** The assembled command. */
    static Path assembly() {
        return root().resolve("cli/target/rectify");
    }

    /** What a process left behind. */
    record Outcome(int exitCode, String out, String err) {}

    /** The assembled command with arguments, in a folder of its own. */
    static Outcome rectify(Path folder, String... arguments) {
        return rectify(folder, Map.of(), arguments);
    }

    /** The assembled command with arguments and further variables. */
    static Outcome rectify(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(assembly().resolve("bin/rectify").toString());
        command.addAll(Arrays.asList(arguments));
        return run(folder, environment, command);
    }

    /** Any program, to its end. */
    static Outcome run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = start(folder, environment, command, out, err);
            if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said: " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Any program, left running. */
    static Process start(Path folder, Map<String, String> environment, List<String> command, Path out, Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // The agents and options of the build are none of a user's.
        Map<String, String> variables = new HashMap<>(environment);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "RECTIFY_JAVA_OPTS", "RECTIFY_DATA"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** What Ctrl-C does. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Skips a test where processes would not be interrupted. */
    static void assumeInterruptsAreHeard() throws IOException {
        assumeThat(interruptsAreIgnored())
                .as("a shell that runs the build in the background makes its children deaf to interrupts")
                .isFalse();
    }

    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            String ignored =
                    lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0");
            return (Long.parseUnsignedLong(ignored.split("\\s+")[1], 16) & 0b10) != 0;
        }
    }
}
