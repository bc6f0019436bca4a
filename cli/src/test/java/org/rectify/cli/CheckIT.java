package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.cli.Processes.Outcome;

/** The assembled command checks jars. */
class CheckIT {

    @TempDir
    private Path folder;

    @Test
    void findsNothingWrongWithTheDocumentedPlugin() throws Exception {
        Path jar = folder.resolve("documented.jar");
        new DocumentedPlugin().build(folder, files(Processes.assembly().resolve("lib")), jar);

        Outcome outcome = Processes.rectify(folder, "check", jar.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("  activation '\\S+': \\d+ checks of ActivationContract\n")
                .containsPattern("  class \\S+: \\d+ checks of PluginContract\n")
                .endsWith("\nno findings\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void numbersWhatIsWrongWithAJar() throws IOException {
        Path jar = Files.writeString(folder.resolve("page.jar"), "<html>404 not found</html>");

        Outcome outcome = Processes.rectify(folder, "check", jar.toString());

        assertThat(outcome.out()).contains("1 finding:\n  1. " + jar + ": not a readable jar");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void refusesAPlaceWithoutAPlugin() {
        Outcome outcome = Processes.rectify(folder, "check", "nowhere.jar");

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("rectify: nowhere.jar: no plugin; name a jar");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("plugins")
    @Tag("slow")
    void findsNothingWrongWithThePluginsThatComeWithIt(Path plugin) {
        Outcome outcome = Processes.rectify(folder, "check", plugin.toString(), "--data", folder.toString());

        assertThat(outcome.out()).contains("\nno findings\n").doesNotContain("note");
        assertThat(outcome.exitCode()).isZero();
    }

    static Stream<Path> plugins() throws IOException {
        return files(Processes.assembly().resolve("plugins")).stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
