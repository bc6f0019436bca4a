package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.cli.Processes.Outcome;

/** The launcher of the sources, on a small copy of them and a Maven that only pretends to build. */
class RootLauncherTest {

    /** Counts builds, takes its time, and leaves an assembly that repeats its arguments. */
    private static final String BUILDING = """
            #!/bin/sh
            echo build >>../builds
            sleep 0.5
            mkdir -p cli/target/rectify/bin
            printf '#!/bin/sh\\necho "built: $*"\\n' >cli/target/rectify/bin/rectify
            chmod +x cli/target/rectify/bin/rectify
            touch cli/target/rectify/.built
            """;

    private static final String FAILING = "#!/bin/sh\necho 'no such symbol'\nexit 1\n";

    @TempDir
    private Path folder;

    private Path root = Path.of("");
    private Path source = Path.of("");

    @BeforeEach
    void copyTheSources() throws IOException {
        root = Files.createDirectory(folder.resolve("the sources"));
        executable(Files.copy(Processes.root().resolve("rectify"), root.resolve("rectify")));
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : List.of("bom", "api", "testkit", "engine", "plugins/one", "datasets/one", "cli")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.createDirectories(root.resolve(module).resolve("src/test"));
        }
        source = Files.writeString(root.resolve("engine/src/main/A.java"), "");
        maven(BUILDING);
    }

    @Test
    void buildsOnFirstUseSaysSoInOneLineAndRuns() throws IOException {
        Outcome outcome = rectify("run", "a b");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("built: run a b\n");
        assertThat(outcome.err()).hasLineCount(1).contains("first use, building");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void runsAtOnceWhatIsBuiltAlready() throws IOException {
        rectify("list");

        Outcome outcome = rectify("list");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("built: list\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        rectify("list");
        touchLater(source);

        assertThat(rectify("list").err()).contains("sources have changed, building");
        assertThat(builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom/pom.xml", "testkit/src/main/Contract.java"})
    void buildsAgainWhenWhatItGivesToAuthorsIsNewer(String file) throws IOException {
        rectify("list");
        touchLater(Files.writeString(root.resolve(file), ""));

        assertThat(rectify("list").err()).contains("sources have changed, building");
    }

    @Test
    void buildsAgainWhenASourceIsRemoved() throws IOException {
        rectify("list");
        Files.delete(source);
        touchLater(root.resolve("engine/src/main"));

        assertThat(rectify("list").err()).contains("sources have changed, building");
    }

    @Test
    void leavesTestsAndWhatWasBuiltOutOfTheComparison() throws IOException {
        rectify("list");
        touchLater(Files.writeString(root.resolve("engine/src/test/ATest.java"), ""));
        touchLater(Files.writeString(
                Files.createDirectories(root.resolve("engine/target")).resolve("A.class"), ""));

        assertThat(rectify("list").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void pointsToTheLogWhenTheBuildFails() throws IOException {
        maven(FAILING);

        Outcome outcome = rectify("list");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        Path log = root.resolve("target/build.log");
        assertThat(outcome.err()).contains("the build failed").contains(log.toString());
        assertThat(log).hasContent("no such symbol");
    }

    @Test
    void triesAgainAfterABuildThatFailed() throws IOException {
        maven(FAILING);
        rectify("list");
        maven(BUILDING);

        assertThat(rectify("list").exitCode()).isZero();
    }

    @Test
    void buildsOnceForSeveralFirstUsesAtATime() throws Exception {
        List<Process> uses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Path out = folder.resolve("out" + i);
            uses.add(Processes.start(folder, environment(), command("list"), out, folder.resolve("err" + i)));
        }
        for (Process use : uses) {
            assertThat(use.waitFor()).isZero();
        }

        assertThat(builds()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            assertThat(folder.resolve("out" + i)).hasContent("built: list\n");
        }
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws IOException {
        Path lock = Files.createDirectories(root.resolve("target/build.lock"));
        Files.writeString(lock.resolve("owner"), "99999999\n");

        assertThat(rectify("list").exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    private Outcome rectify(String... arguments) {
        return Processes.run(folder, environment(), command(arguments));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("rectify").toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of("PATH", folder.resolve("tools") + ":/usr/bin:/bin"));
    }

    private void maven(String script) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        executable(Files.writeString(tools.resolve("mvn"), script));
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private static void touchLater(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static void executable(Path script) {
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
