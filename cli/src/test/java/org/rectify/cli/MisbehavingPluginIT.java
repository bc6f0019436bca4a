package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.cli.Processes.Outcome;

/** What a plugin does to the process it runs in: none of it passes for success, or for somebody else's fault. */
class MisbehavingPluginIT {

    private static final String EXPERIMENT = """
            experiment { name = misbehaving }
            dataset { type = mnist-sample, train-size = 200 }
            network { hidden = [5], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 1 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void buildThePlugin() throws IOException {
        Files.writeString(folder.resolve("x.conf"), EXPERIMENT);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = List.of(
                "--release",
                "17",
                "-cp",
                libraries(),
                "-d",
                classes.toString(),
                Processes.root()
                        .resolve("cli/src/test/misbehaving/Misbehaving.java")
                        .toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path jar = Files.createDirectory(folder.resolve("plugins")).resolve("misbehaving.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            content.putNextEntry(new JarEntry("META-INF/services/org.rectify.api.plugin.Plugin"));
            content.write("com.example.Misbehaving\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (Path one : compiled.filter(Files::isRegularFile).toList()) {
                content.putNextEntry(
                        new JarEntry(classes.relativize(one).toString().replace(File.separatorChar, '/')));
                content.write(Files.readAllBytes(one));
            }
        }
    }

    private static String libraries() throws IOException {
        try (Stream<Path> files = Files.list(Processes.assembly().resolve("lib"))) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    @Test
    void anExitDoesNotPassForTheEndOfTheRun() {
        Outcome outcome = run("exits");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "rectify: activation 'exits' of plugin misbehaving: value() called System.exit, in com.example.")
                .doesNotContain("interrupted");
    }

    @Test
    void anExitOfAnotherThreadDoesNotEither() {
        Outcome outcome = run("exits-elsewhere");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("rectify: plugin misbehaving called System.exit, in com.example.Misbehaving.");
    }

    @Test
    void anExitByReflectionIsTheCallers() {
        Outcome outcome = run("exits-reflectively");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains(
                        "activation 'exits-reflectively' of plugin misbehaving: value() called System.exit, in com.example.");
    }

    @Test
    void anExitWhileItIsLoadedDoesNotEither() {
        Outcome outcome = Processes.rectify(
                folder, Map.of("MISBEHAVING_EXITS", "yes"), "list", "activation", "--plugins", "plugins");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("rectify: plugin misbehaving called System.exit, in com.example.Misbehaving.<init>");
    }

    @Test
    void whatItPrintsWhileItIsLoadedIsNoResult() throws IOException {
        Outcome outcome =
                Processes.rectify(folder, "describe", "activation", "prints", "--json", "--plugins", "plugins");

        assertThat(outcome.exitCode()).isZero();
        assertThat(new ObjectMapper().readTree(outcome.out()).get("name").asText())
                .isEqualTo("prints");
    }

    @Test
    void anExceptionOfItsOwnThreadIsToldInALineAndAFloodOfThemIsNot() throws IOException {
        Outcome outcome = run("dies-elsewhere");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .containsOnlyOnce("10 threads have thrown; what further ones throw is not told")
                .doesNotContain("\tat ");
        assertThat(outcome.err().lines().filter(line -> line.contains("plugin misbehaving: thread 'own' throws")))
                .hasSize(10)
                .allMatch(line -> line.endsWith("java.lang.IllegalStateException: out of luck"));
        assertThat(log()).contains("com.example.Misbehaving.lambda");
    }

    @Test
    void whatItPrintsGoesToTheLogUnderItsName() throws IOException {
        Outcome outcome = run("prints");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("test error").doesNotContain("forty-two");
        assertThat(log()).contains("activation 'prints' of plugin misbehaving prints: forty-two");
    }

    @Test
    void moreMemoryThanThereIsIsItsFault() {
        Outcome outcome =
                Processes.rectify(folder, Map.of("RECTIFY_JAVA_OPTS", "-Xmx512m"), arguments("run", "hoards"));

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("activation 'hoards': value() throws java.lang.OutOfMemoryError")
                .doesNotContain("\tat ");
    }

    @Test
    void whatItThrowsIsToldInOneLineAndTracedInTheLog() throws IOException {
        Outcome outcome = run("throws");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("rectify: plugin")))
                .singleElement()
                .asString()
                .endsWith("activation 'throws': value() throws java.lang.IllegalStateException: out of luck");
        assertThat(outcome.err()).doesNotContain("internal error", "\tat ");
        assertThat(log())
                .contains("java.lang.IllegalStateException: out of luck")
                .contains("com.example.Misbehaving.lambda");
    }

    @Test
    void inAStudyItFailsItsTrialsAndTheOthersGoOn() throws IOException {
        Files.writeString(
                folder.resolve("x.conf"),
                EXPERIMENT
                        + "study { arms { good { network.activation = rectifier }, bad { network.activation = throws } } }");

        Outcome outcome = Processes.rectify(folder, "study", "x.conf", "--plugins", "plugins", "--out", "studies");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("good");
        assertThat(outcome.err())
                .contains("activation 'throws': value() throws java.lang.IllegalStateException: out of luck")
                .doesNotContain("internal error", "\tat ");
    }

    @Test
    void aCallThatDoesNotReturnCanBeInterrupted() throws Exception {
        Processes.assumeInterruptsAreHeard();
        List<String> command = new ArrayList<>();
        command.add(Processes.assembly().resolve("bin/rectify").toString());
        command.addAll(List.of(arguments("run", "blocks")));
        Path err = folder.resolve("err");
        Process process = Processes.start(folder, Map.of(), command, folder.resolve("out"), err);
        assertThat(process.waitFor(8, TimeUnit.SECONDS)).isFalse();

        Processes.interrupt(process);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
    }

    private Outcome run(String activation) {
        return Processes.rectify(folder, arguments("run", activation));
    }

    private static String[] arguments(String command, String activation) {
        return new String[] {
            command, "x.conf", "--plugins", "plugins", "--out", "runs", "--set", "network.activation=" + activation
        };
    }

    private String log() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return Files.readString(
                    runs.filter(Files::isDirectory).findFirst().orElseThrow().resolve("log"));
        }
    }
}
