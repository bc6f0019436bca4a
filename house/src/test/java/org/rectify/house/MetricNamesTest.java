package org.rectify.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.ComponentFactory;
import org.rectify.plugin.training.TrainingPlugin;

/** Metrics are components: code goes by what they say of themselves, never by their names. */
class MetricNamesTest {

    /** What sets runs beside the paper names what the paper measured. */
    private static final Set<String> OF_THE_PAPER =
            Set.of("Accuracy", "Setting", "Paper", "PaperFigures", "PaperTables");

    /** The engine counts exact zeros itself, with no metric: in records and tables that is called so. */
    private static final String COUNTED = "sparsity";

    private static final Set<String> COUNT_ZEROS = Set.of(
            "BenchmarkRun",
            "FigureAuthor",
            "NetworkSettings",
            "RecordedRun",
            "ResultText",
            "RunJson",
            "RunJsonReader",
            "RunList",
            "StudyFiles",
            "StudyText");

    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|'(?:\\\\.|[^'\\\\])+'|\"((?:\\\\.|[^\"\\\\\\n])*)\"",
            Pattern.DOTALL);

    @Test
    void noCodeButPluginsAndThePapersKnowsAMetricByItsName() {
        Set<String> names = new TrainingPlugin()
                .metrics().stream().<String>map(ComponentFactory::name).collect(Collectors.toSet());
        Map<String, List<String>> literals =
                sources().collect(Collectors.toMap(Path::toString, MetricNamesTest::literals));

        assertThat(literals).hasSizeGreaterThan(200);
        literals.forEach((file, found) -> {
            String type = file.replaceAll(".*/|\\.java$", "");
            assertThat(found)
                    .as(file)
                    .filteredOn(literal -> !(literal.equals(COUNTED) && COUNT_ZEROS.contains(type)))
                    .filteredOn(literal -> !OF_THE_PAPER.contains(type))
                    .doesNotContainAnyElementsOf(names);
        });
    }

    @Test
    void literalsAreFoundInCodeAndNotInComments(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Some.java"), """
                /** Not "this". */
                class Some { // nor "that"
                    char quote = '"';
                    String url = "http://x" + "a \\" b" + "";
                }
                """);

        assertThat(literals(source)).containsExactly("http://x", "a \\\" b", "");
    }

    /** Of all modules but plugins and data sets, which lie a folder deeper. */
    private static Stream<Path> sources() {
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            return modules
                    .map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(MetricNamesTest::java)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> java(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> literals(Path source) {
        try {
            Matcher tokens = TOKEN.matcher(Files.readString(source));
            return tokens.results()
                    .map(token -> token.group(1))
                    .filter(literal -> literal != null)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
