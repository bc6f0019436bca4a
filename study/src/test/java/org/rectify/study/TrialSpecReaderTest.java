package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.api.executor.Resources;
import org.rectify.api.executor.TrialSpec;

/** Specifications of trials, which may come from anywhere. */
class TrialSpecReaderTest {

    private static final TrialSpec SPEC = new TrialSpec(
            "rectifier-seed1",
            "0a1b",
            "experiment { name = \"ein \\\" é 😀\" }\n# a comment\n",
            List.of(new RequiredPlugin("org.example.p", "1.2", "cafe", "/plugins/p")),
            Map.of("/data/b.idx", "aa", "/data/a.idx", "bb"),
            new Resources(2, 700),
            3);

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsWritten() throws IOException {
        assertThat(read(TrialSpecs.json(SPEC))).isEqualTo(SPEC);
    }

    @Test
    void writesTheSameTextEachTime() {
        assertThat(TrialSpecs.json(SPEC))
                .isEqualTo(TrialSpecs.json(SPEC))
                .containsSubsequence("/data/a.idx", "/data/b.idx");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            "format" : 1,             | "format" : 2,             | its format is 2, and this version of Rectify reads 1
            "format" : 1,             |                           | format is missing
            "attempt" : 3             | "attempt" : "3"           | attempt is no whole number from 1
            "attempt" : 3             | "attempt" : 0             | attempt is no whole number from 1
            "threads" : 2             | "threads" : 1e99          | resources.threads is no whole number from 1
            "threads" : 2             | "threads" : 2, "cores":1  | resources.cores is unknown
            "name" : "rectifier-seed1"| "name" : "a\\u001b[2J"    | name is no text of printable characters
            "name" : "rectifier-seed1"| "name" : 7                | name is no text
            "identity" : "0a1b"       | "identity" : "xyz"        | identity is no hexadecimal number
            "sha256" : "cafe"         | "sha256" : "CAFE"         | plugins[0].sha256 is no hexadecimal number
            "version" : "1.2",        |                           | plugins[0].version is missing
            "plugins" : [             | "plugins" : {}, "x" : [   | x is unknown
            "/data/a.idx" : "bb"      | "/data/b.idx" : "bb"      | Duplicate field '/data/b.idx'
            "attempt" : 3             | "attempt" : 3, "name":"b" | Duplicate field 'name'
            "attempt" : 3             | "attempt" :               | line 5: Unexpected character (',' (code 44))
            """)
    void whatIsWrongIsToldWithItsPlace(String text, String by, String reason) {
        String json = TrialSpecs.json(SPEC);
        assertThat(json).contains(text);

        assertThatThrownBy(() -> read(json.replace(text, by == null ? "" : by)))
                .isInstanceOf(RectifyException.class)
                .hasMessageStartingWith(folder.resolve("trial.json") + " is not the specification of a trial: ")
                .hasMessageContaining(reason)
                .extracting(failure -> ((RectifyException) failure).category())
                .isEqualTo(Category.USER);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (String json : List.of("", "null", "[]", "7", "{", "{} {}", "[".repeat(100_000))) {
            assertThatThrownBy(() -> read(json))
                    .isInstanceOf(RectifyException.class)
                    .hasMessageContaining("is not the specification of a trial: ");
        }
    }

    @Test
    void filesThatAreMissingForeignOrTooLargeAreRefused() throws IOException {
        Path file = folder.resolve("trial.json");
        assertThatThrownBy(() -> TrialSpecReader.read(file)).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> TrialSpecReader.read(folder)).hasMessageContaining("it cannot be read");

        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        assertThatThrownBy(() -> TrialSpecReader.read(file)).hasMessageContaining("it is not UTF-8 text");

        Files.write(file, new byte[(8 << 20) + 1]);
        assertThatThrownBy(() -> TrialSpecReader.read(file)).hasMessageContaining("it has more than 8388608 bytes");
    }

    private TrialSpec read(String json) throws IOException {
        return TrialSpecReader.read(Files.writeString(folder.resolve("trial.json"), json));
    }
}
