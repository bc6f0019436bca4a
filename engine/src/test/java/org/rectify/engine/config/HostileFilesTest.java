package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HostileFilesTest {

    @TempDir
    private Path outside;

    private ExperimentFolder folder = new ExperimentFolder(Path.of(""));

    @BeforeEach
    void putASecretBesideTheExperimentsFolder() {
        folder = new ExperimentFolder(outside.resolve("experiments"));
        new ExperimentFolder(outside).write("secret.conf", "experiment.name = secret");
    }

    private static String repeat(int times, IntFunction<String> line) {
        return IntStream.range(0, times).mapToObj(line).collect(Collectors.joining());
    }

    private void refuses(String text, String problem) {
        assertThat(folder.problems(text)).singleElement().asString().startsWith(problem);
    }

    @Test
    void refusesTwoMegabytes() {
        refuses(
                "# " + "x".repeat(2_000_000),
                "x.conf:1: the file and what it includes have more than 1048576 bytes: too much");
    }

    @Test
    void refusesBracketsNestedAHundredThousandDeep() {
        refuses("\na = " + "[".repeat(100_000), "x.conf:2: nested more than 64 deep: too much");
        refuses("a {".repeat(100_000), "x.conf:1: nested more than 64 deep: too much");
        refuses("a {\n".repeat(100_000), "x.conf:65: nested more than 64 deep: too much");
        refuses("a = " + "{} {a = ".repeat(30_000), "x.conf:1: nested more than 64 deep: too much");
    }

    @Test
    void refusesDottedPathsOfAHundredThousandKeys() {
        String path = "a" + ".a".repeat(100_000);

        refuses(path + " = 1", "x.conf:1: ");
        refuses("a.".repeat(500) + "a = 1", "x.conf:1: nested more than 64 deep: too much");
        refuses("x = ${" + path + "}", "x.conf:1: nested more than 64 deep: too much");
        refuses(("b" + ".b".repeat(20) + " =\n{").repeat(1000), "x.conf:4: nested more than 64 deep: too much");
        refuses(("b" + ".b".repeat(20) + " = {} {").repeat(1000), "x.conf:1: nested more than 64 deep: too much");
    }

    @Test
    void refusesTooManyKeysAndWords() {
        refuses(repeat(2_000, i -> "a.b" + i + "=1\n"), "x.conf:1501: more than 1500 keys: too much");
        refuses("a = [" + "1,".repeat(60_000) + "1]", "x.conf:1: more than 50000 words and signs: too much");
    }

    @Test
    void refusesVeryLongKeysTextsAndConcatenations() {
        refuses("k".repeat(10_001) + " = 1", "x.conf:1: a word of more than 10000 characters: too much");
        refuses("k = \"" + "v".repeat(10_001) + "\"", "x.conf:1: a text of more than 10000 characters: too much");
        refuses("k = \"\"\"" + "\n".repeat(10_001), "x.conf:10002: a text of more than 10000 characters: too much");
        refuses("k = " + "v ".repeat(500), "x.conf:1: a value of more than 100 parts: too much");
    }

    @Test
    void refusesTooManySubstitutions() {
        refuses("a = 1\nb = [" + "${a},".repeat(1001) + "]", "x.conf:2: more than 1000 substitutions: too much");
    }

    @Test
    void refusesAValueMergedOfManySubstitutions() {
        refuses(
                "b { c = 1 }\n" + "a = ${b}\n".repeat(200),
                "x.conf:2: merged of more than 100 substitutions: too much");
    }

    @Test
    void printsTheFirstHundredProblemsOnly() {
        String text = ExperimentFolder.GOOD + repeat(150, i -> "k" + i + " = 1\n");

        assertThat(folder.problems(text)).hasSize(150);
        assertThatThrownBy(() -> folder.load(text))
                .hasMessageStartingWith("150 problems in ")
                .hasMessageContaining("\n100. ")
                .hasMessageEndingWith("\n\n... and 50 more");
    }

    @Test
    void refusesListsThatDoubleEachOther() {
        String laughs = "a0 = [ha, ha]\n" + repeat(40, i -> "a" + (i + 1) + " = [${a" + i + "}, ${a" + i + "}]\n");

        assertThat(folder.problems(laughs))
                .singleElement()
                .asString()
                .contains("with its substitutions written out this has more than 1000000 characters: too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a%d}${a%d}", "${a%d} ${a%d}", "{l = ${a%d}, r = ${a%d}}", "[{x = [${a%d}]}, ${a%d}]"})
    void refusesValuesThatDoubleEachOther(String twice) {
        for (String first : List.of("[ha, ha]", "ha", "{ha = ha}")) {
            String laughs =
                    "a0 = " + first + "\n" + repeat(40, i -> "a" + (i + 1) + " = " + twice.formatted(i, i) + "\n");

            assertThat(folder.problems(laughs)).singleElement().asString().contains("written out this ");
        }
    }

    @Test
    void refusesAValueThatDoublesItself() {
        refuses(
                "a = [ha]\n" + "a = ${a} ${a}\n".repeat(40),
                "x.conf:1: refers to itself, with += or a substitution, more than 8 times: too much");
        refuses("a = [ha]\n" + "a += ha\n".repeat(40), "x.conf:1: refers to itself, with += or a substitution");
        refuses(
                "a { b = ha }\n" + "a = ${a} { c = ${a}, d = ${a.b} }\n".repeat(20),
                "x.conf:1: refers to itself, with += or a substitution");
    }

    @Test
    void refusesDeepChainsOfSubstitutions() {
        String chain = "a0 = 1\n" + repeat(900, i -> "a" + (i + 1) + " = ${a" + i + "}\n");
        String nest = "a0 = 1\n" + repeat(700, i -> "a" + (i + 1) + " { x = ${a" + i + "} }\n");

        assertThat(folder.problems(chain)).singleElement().asString().contains("nests more than 64 deep: too much");
        assertThat(folder.problems(nest)).singleElement().asString().contains("nests more than 64 deep: too much");
    }

    @Test
    void refusesSubstitutionsInACircle() {
        refuses("a = ${b}\nb = ${a}", "x.conf:");
        refuses("a = ${a}", "x.conf:1: Could not resolve substitution");
        refuses("a { b = ${a} }", "x.conf:1: substitutions refer to each other in a circle");
        refuses("a = [${b}]\nb { c = ${a} }", "x.conf:");
    }

    @Test
    void readsNeitherEnvironmentNorSystemProperties() {
        refuses(
                "\nexperiment.name = ${PATH}",
                "x.conf:2: Could not resolve substitution to a value: ${PATH}\n"
                        + "   a substitution names a value of the same experiment; environment variables are not read");
        refuses("experiment.name = ${java.version}", "x.conf:1: Could not resolve substitution");
        assertThat(folder.load(ExperimentFolder.GOOD + "experiment.name = x${?PATH}${?java.version}")
                        .spec()
                        .experiment()
                        .name())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"../secret.conf\"",
                "include \"../secret\"",
                "include file(\"../secret.conf\")",
                "include required(file(\"../secret.conf\"))",
                "include \"parts/../../secret.conf\"",
                "network { include \"../secret.conf\" }",
                "include \"/etc/passwd\"",
                "include file(\"/etc/passwd\")"
            })
    void refusesIncludesOutsideTheFolder(String include) {
        assertThat(folder.problems("\n" + include))
                .singleElement()
                .asString()
                .startsWith("x.conf:2: \"")
                .contains("\" lies outside the experiment's folder and is not included\n"
                        + "   accepted: files below the experiment's own folder, and presets");
    }

    @Test
    void refusesIncludesThroughSymbolicLinks() throws IOException {
        folder.write("x.conf", "");
        Files.createSymbolicLink(folder.folder().resolve("link.conf"), outside.resolve("secret.conf"));
        Files.createSymbolicLink(folder.folder().resolve("up"), outside);

        refuses("include \"link.conf\"", "x.conf:1: \"link.conf\" lies outside the experiment's folder");
        refuses("include \"link\"", "x.conf:1: \"link\" lies outside the experiment's folder");
        refuses("include \"up/secret.conf\"", "x.conf:1: \"up/secret.conf\" lies outside the experiment's folder");
    }

    @Test
    void refusesAddressesAndResources() {
        refuses("\ninclude url(\"file:///etc/passwd\")", "x.conf:2: url(...) is not included");
        refuses("include url(\"http://localhost/x.conf\")", "x.conf:1: url(...) is not included");
        refuses("include classpath(\"presets/paper-tanh.conf\")", "x.conf:1: classpath(...) is not included");
        refuses(
                "include \"http://localhost/x.conf\"",
                "x.conf:1: no such file to include: \"http://localhost/x.conf\"");
        refuses("include \"presets/../presets/paper-tanh\"", "x.conf:1: no such preset: ../presets/paper-tanh");
    }

    @Test
    void refusesIncludesOfNoFile() {
        refuses("\n\ninclude \"missing\"", "x.conf:3: no such file to include: \"missing\"");
        refuses("include required(\"missing\")", "x.conf:1: no such file to include: \"missing\"");
        refuses("include \"\"", "x.conf:1: not a file: ");
        refuses("include \"a\\u0000b\"", "x.conf:1: not a file's name: \"a\\u0000b\"");
    }

    @Test
    void refusesCyclicIncludes() {
        folder.write("a.conf", "include \"b\"");
        folder.write("b.conf", "\ninclude \"a\"");

        refuses("include \"x.conf\"", "x.conf:1: \"x.conf\" includes itself");
        refuses("include \"a\"", "b.conf:2: \"a\" includes itself");
    }

    @Test
    void refusesDeepAndManyIncludes() {
        IntStream.range(0, 20).forEach(i -> folder.write(i + ".conf", "include \"" + (i + 1) + "\""));
        folder.write("leaf.conf", "");

        refuses("include \"0\"", "7.conf:1: files include files more than 8 deep: too much");
        refuses("include \"leaf\"\n".repeat(33), "x.conf:1: more than 32 included files: too much");
    }

    @Test
    void countsTheBytesOfAllFilesTogether() {
        folder.write("half.conf", "#" + "x".repeat(600_000));

        refuses(
                "include \"half\"\ninclude \"half.conf\"",
                "x.conf:2: the file and what it includes have more than 1048576 bytes: too much");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Path file = folder.write("x.conf", "");
        Files.write(file, new byte[] {'a', '\n', '=', (byte) 0xC3, '1'});

        assertThatThrownBy(() -> Experiments.load(file, List.of(), TestComponents.registry(), file))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("x.conf:2: byte 3 of the file is not UTF-8 text");
        assertThatThrownBy(() -> Experiments.load(folder.folder(), List.of(), TestComponents.registry(), file))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("not a file");
    }

    @Test
    void includesFilesBelowTheFolder() {
        folder.write("parts/network.conf", "include \"../size\"\nactivation = tanh");
        folder.write("size.conf", "hidden = [10, ${fine-tuning.epochs}, ${units}]\nunits = 8");

        assertThat(folder.problems(ExperimentFolder.GOOD + "network { include \"parts/network.conf\" }"))
                .singleElement()
                .asString()
                .startsWith("size.conf:2: network.units: unknown key");
    }
}
