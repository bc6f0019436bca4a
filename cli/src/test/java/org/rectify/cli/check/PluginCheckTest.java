package org.rectify.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.Kind;

/** Plugins that are checked lie in {@code src/test/checked-plugins}, each with what must be printed. */
class PluginCheckTest {

    private static final Path CORPUS = Path.of("src/test/checked-plugins");

    @TempDir
    private Path directory;

    private final StringWriter printed = new StringWriter();

    static Stream<String> corpus() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList().stream();
        }
    }

    static Stream<String> kinds() {
        return Kind.ALL.stream().map(Kind::name);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void printsWhatWasCheckedAndWhatWasFound(String name) throws IOException {
        Path jar = CheckedJar.pack(CORPUS.resolve(name), directory.resolve("sloped.jar"));

        boolean passed = check(jar);

        List<String> expected = Files.readAllLines(CORPUS.resolve(name).resolve("expected.txt"));
        List<String> lines = printed.toString()
                .lines()
                .map(line -> line.replace(jar.toString(), "JAR"))
                .toList();
        assertThat(lines).as(printed.toString()).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith(expected.get(i));
        }
        assertThat(passed).isEqualTo(lines.contains("no findings"));
    }

    /** The templates of {@code rectify new} are a good component of each kind. */
    @ParameterizedTest
    @MethodSource("kinds")
    void holdsEveryKindToItsContract(String kind) throws IOException {
        Path project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(project.resolve("Apt.java"), template(kind + "/Component.java"));
        Files.writeString(project.resolve("AptPlugin.java"), template(kind + "/Plugin.java"));
        Files.writeString(project.resolve(Plugin.class.getName()), "apt.AptPlugin\n");

        boolean passed = check(CheckedJar.pack(project, directory.resolve("apt.jar")));

        assertThat(passed).as(printed.toString()).isTrue();
        assertThat(printed.toString())
                .containsPattern("class apt\\.AptPlugin: \\d+ checks of PluginContract")
                .containsPattern("  " + kind + " 'apt': (\\d+ checks of \\w+Contract|not checked: options? )");
    }

    @Test
    void takesAFolderOfJarsForOnePlugin() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("sloped"));
        CheckedJar.pack(CORPUS.resolve("good"), folder.resolve("sloped.jar"));

        assertThat(check(folder)).isTrue();
        assertThat(printed.toString()).startsWith("plugin com.example.sloped 1.2.0, " + folder);
    }

    @Test
    void findsNamesThatAnotherPluginHas() throws IOException {
        Path other = Files.createDirectory(directory.resolve("plugins")).resolve("other.jar");
        CheckedJar.pack(CORPUS.resolve("advice"), other);
        Path jar = CheckedJar.pack(CORPUS.resolve("good"), directory.resolve("sloped.jar"));

        boolean passed = new PluginCheck(jar, List.of(directory.resolve("plugins")), directory)
                .print(new PrintWriter(printed, true));

        assertThat(passed).isFalse();
        assertThat(printed.toString())
                .contains("1 finding:", "  1. two plugins claim the activation 'sloped': " + jar + " and " + other);
    }

    @Test
    void anOlderVersionOfThePluginIsNotInItsWay() throws IOException {
        Path plugins = Files.createDirectory(directory.resolve("plugins"));
        CheckedJar.pack(CORPUS.resolve("good"), plugins.resolve("sloped-1.jar"));
        Path jar = CheckedJar.pack(CORPUS.resolve("good"), directory.resolve("sloped-2.jar"));

        boolean passed = new PluginCheck(jar, List.of(plugins), directory).print(new PrintWriter(printed, true));

        assertThat(passed).as(printed.toString()).isTrue();
    }

    @Test
    void placesWithoutAPluginAreTheUsersMistake() throws IOException {
        Path text = Files.writeString(directory.resolve("plugin.txt"), "no jar");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        for (Path place : List.of(directory.resolve("nowhere"), text, empty)) {
            assertThatExceptionOfType(RectifyException.class)
                    .isThrownBy(() -> check(place))
                    .withMessageStartingWith(place + ": no plugin; name a jar")
                    .extracting(RectifyException::category)
                    .isEqualTo(Category.USER);
        }
    }

    private boolean check(Path location) {
        return new PluginCheck(location, List.of(), directory).print(new PrintWriter(printed, true));
    }

    private static String template(String name) throws IOException {
        try (InputStream stream = PluginCheckTest.class.getResourceAsStream("/templates/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@package@", "apt")
                    .replace("@Class@", "Apt")
                    .replace("@name@", "apt");
        }
    }
}
