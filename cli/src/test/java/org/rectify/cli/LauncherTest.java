package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.cli.Processes.Outcome;

/** The launcher of the assembly, on a Java that only repeats how it was called. */
class LauncherTest {

    private static final String ECHO = "#!/bin/sh\nfor argument; do printf '%s\\n' \"$argument\"; done\n";

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void assembleInAFolderWithASpace() throws IOException {
        home = folder.resolve("an assembly");
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("rectify");
        Files.copy(Processes.root().resolve("cli/src/main/sh/rectify"), launcher);
        executable(launcher);
    }

    @Test
    void passesEveryArgumentAsItWasGiven() throws IOException {
        Outcome outcome = launch(Map.of("JAVA_HOME", java("17.0.1").toString()), "run", "a b", "*", "");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).endsWith("-jar\n" + home + "/lib/rectify.jar\nrun\na b\n*\n\n");
    }

    @Test
    void findsTheAssemblyThroughSymbolicLinks() throws IOException {
        Path launcher = home.resolve("bin/rectify");
        Path first = Files.createSymbolicLink(folder.resolve("first"), launcher);
        Path second = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("rectify"),
                Path.of("..").resolve(first.getFileName()));

        Outcome outcome = Processes.run(
                folder, Map.of("JAVA_HOME", java("17.0.1").toString()), List.of(second.toString(), "list"));

        assertThat(outcome.out()).contains("-jar\n" + home + "/lib/rectify.jar\nlist\n");
    }

    @Test
    void takesTheJavaOfThePathWhereThereIsNoJavaHome() throws IOException {
        Path links = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("java"), java("25").resolve("bin/java"));

        Outcome outcome = launch(Map.of("PATH", links + ":/usr/bin:/bin"), "doctor");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("--sun-misc-unsafe-memory-access=allow\n");
    }

    @Test
    void asksAJavaThatDoesNotSayItsVersionInAFile() throws IOException {
        Path java = java("");
        write(
                java.resolve("bin/java"),
                "#!/bin/sh\necho 'openjdk version \"21.0.2\" 2024-01-16' >&2\n" + ECHO.substring(10));

        assertThat(launch(Map.of("JAVA_HOME", java.toString()), "doctor").exitCode())
                .isZero();
    }

    @Test
    void givesTheOptionOfNewerJavasToThemAlone() throws IOException {
        assertThat(launch(Map.of("JAVA_HOME", java("23.0.2").toString()), "run").out())
                .doesNotContain("unsafe");
        assertThat(launch(Map.of("JAVA_HOME", java("24").toString()), "run").out())
                .contains("unsafe");
        assertThat(launch(Map.of("JAVA_HOME", java("25-ea").toString()), "run").out())
                .contains("unsafe");
    }

    @Test
    void passesOptionsForTheVirtualMachineBeforeTheProgram() throws IOException {
        Outcome outcome =
                launch(Map.of("JAVA_HOME", java("17.0.1").toString(), "RECTIFY_JAVA_OPTS", "-Xmx1g -Da=*"), "run", "x");

        assertThat(outcome.out()).contains("-Xmx1g\n-Da=*\n-jar\n");
    }

    @Test
    void refusesAJavaThatIsTooOldWithItsVersion() throws IOException {
        for (String version : List.of("16.0.2", "11", "1.8.0_402")) {
            Outcome outcome = launch(Map.of("JAVA_HOME", java(version).toString()), "run");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err()).contains(version).contains("17 or newer").hasLineCount(1);
        }
    }

    @Test
    void refusesAJavaHomeWithoutJava() {
        Outcome outcome = launch(Map.of("JAVA_HOME", folder.toString()), "run");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(folder.toString())
                .contains("JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void saysThatThereIsNoJava() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("sh"), Path.of("/bin/sh"));

        Outcome outcome = launch(Map.of("PATH", tools.toString()), "run");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("no Java found").hasLineCount(1);
    }

    private Outcome launch(Map<String, String> environment, String... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putIfAbsent("JAVA_HOME", "");
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/rectify").toString()));
        command.addAll(Arrays.asList(arguments));
        return Processes.run(folder, variables, command);
    }

    private Path java(String version) throws IOException {
        Path java = Files.createTempDirectory(folder, "java");
        Files.createDirectory(java.resolve("bin"));
        write(java.resolve("bin/java"), ECHO);
        if (!version.isEmpty()) {
            Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        return java;
    }

    private static void write(Path script, String content) throws IOException {
        Files.writeString(script, content);
        executable(script);
    }

    private static void executable(Path script) {
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
