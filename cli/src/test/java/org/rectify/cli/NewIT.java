package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.cli.Processes.Outcome;
import org.rectify.engine.component.Kind;

/** What {@code docs/develop/new.md} has an author do, kind by kind, from the assembled command to a run with the plugin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewIT {

    private static final String OFTEN_TRIED = Kind.ACTIVATION.name();

    private static final Pattern ROW =
            Pattern.compile("\\| (?:\\[(\\S+)]\\(\\S+\\)|(\\S+)) \\| `(rectify new .*)` \\| .*`(.* type = .*)`.* \\|");

    @TempDir
    private Path folder;

    private Path settings = Path.of("");

    /**
     * A kind's row in the table of the page.
     *
     * @param command that begins the project
     * @param use the line of an experiment that uses the component
     */
    private record Row(String kind, String command, String use) {

        Path project() {
            return Path.of(command.substring(command.lastIndexOf(' ') + 1));
        }

        @Override
        public String toString() {
            return command;
        }
    }

    @BeforeAll
    void keepMavenFromTheNetworkAndFromTheLocalRepository(@TempDir Path shared) throws IOException {
        settings = Files.writeString(shared.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror>
                      <id>fetched-by-this-build</id>
                      <mirrorOf>central</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        shared.resolve("local-repository"),
                        Path.of(property("maven.repository")).toUri()));
    }

    @Test
    void thePageHasEveryKindOnce() throws IOException {
        assertThat(rows().map(Row::kind))
                .containsExactlyElementsOf(
                        Kind.ALL.stream().map(Kind::name).sorted().toList());
    }

    @Test
    void everyCommandOfThePageWritesAProjectWithTheLineThatUsesIt() throws IOException {
        Path begun = Files.createDirectory(folder.resolve("begun"));

        assertThat(rows()).allSatisfy(row -> {
            assertThat(command(begun, row.command()).exitCode()).isZero();
            assertThat(row.command()).startsWith("rectify new " + row.kind() + " ");
            assertThat(begun.resolve(row.project()).resolve("experiment.conf"))
                    .content()
                    .contains(row.use());
        });
    }

    @ParameterizedTest
    @CsvSource({"activation, sloped, SlopedActivation", "metric, list, ListMetric", "dataset, dataset, DatasetDataset"})
    void aComponentNamedLikeAClassThatItNeedsGetsAnotherClass(String kind, String name, String type) {
        Path project = folder.resolve(name);

        Processes.rectify(folder, "new", kind, name);

        assertThat(project.resolve("src/main/java/com/example/" + type + ".java"))
                .content()
                .contains("class " + type + " implements ", "return \"" + name + "\"");
    }

    @ParameterizedTest
    @MethodSource("oftenTried")
    void buildsChecksAndUses(Row row) throws IOException {
        follow(row);
    }

    @ParameterizedTest
    @MethodSource("rarelyTried")
    @Tag("slow")
    void buildsChecksAndUsesEveryOther(Row row) throws IOException {
        follow(row);
    }

    static Stream<Row> oftenTried() throws IOException {
        return rows().filter(row -> row.kind().equals(OFTEN_TRIED));
    }

    static Stream<Row> rarelyTried() throws IOException {
        return rows().filter(row -> !row.kind().equals(OFTEN_TRIED));
    }

    /** Begins the project, and does what its README says. */
    private void follow(Row row) throws IOException {
        Path begun = Files.createDirectory(folder.resolve(row.kind()));
        successful(begun, row.command());
        Path project = begun.resolve(row.project());

        List<String> commands = Files.readAllLines(project.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        assertThat(commands).hasSize(3);
        assertThat(successful(project, commands.get(0))).contains("Tests run: ", "BUILD SUCCESS");
        assertThat(successful(project, commands.get(1)))
                .contains(row.kind() + " '" + row.project() + "'")
                .endsWith("no findings\n");
        successful(project, commands.get(2));
        assertThat(results(project)).isNotEmpty();
    }

    private static List<Path> results(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.endsWith("result.json")).toList();
        }
    }

    private String successful(Path directory, String line) {
        Outcome outcome = command(directory, line);
        assertThat(outcome.exitCode())
                .as(line + "\n" + outcome.out() + outcome.err())
                .isZero();
        return outcome.out();
    }

    /** A command of a page, with the Maven of this build and the assembled Rectify. */
    private Outcome command(Path directory, String line) {
        String[] words = line.split(" ");
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        return words[0].equals("mvn") ? maven(directory, arguments) : Processes.rectify(directory, arguments);
    }

    private Outcome maven(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(property("maven.home") + "/bin/mvn", "-B", "-o", "-Daether.offline.protocols=file"));
        command.addAll(List.of("-s", settings.toString(), "-gs", settings.toString()));
        command.addAll(Arrays.asList(arguments));
        return Processes.run(directory, Map.of("JAVA_HOME", property("java.home")), command);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Processes.root().resolve("docs/develop/new.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1) == null ? row.group(2) : row.group(1), row.group(3), row.group(4)));
    }
}
