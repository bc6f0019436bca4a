package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors see in the javadoc since when a type is there. */
class SinceTest {

    private static final Pattern PUBLIC_TYPE = Pattern.compile("^public ", Pattern.MULTILINE);
    private static final Pattern SINCE = Pattern.compile(
            "^/\\*\\*((?!\\*/).)*^ \\* @since \\d+\\.\\d+\\n \\*/\\n(@[^\\n]*\\n)*public ",
            Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"../api/src/main/java", "src/main/java"})
    void everyPublicTypeSaysSinceWhenItIsThere(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            List<Path> types = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> has(PUBLIC_TYPE, file))
                    .toList();
            assertThat(types).hasSizeGreaterThan(10);
            assertThat(types.stream().filter(file -> !has(SINCE, file)))
                    .as("public types whose javadoc does not end with @since and a version, such as 0.2")
                    .isEmpty();
        }
    }

    private static boolean has(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
