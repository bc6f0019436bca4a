package org.example.nice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of the documentation is the one that is compiled and tested here. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../../docs/develop/executor.md");
    private static final Path SOURCES = Path.of("src/test/java/org/example/nice");

    @ParameterizedTest
    @ValueSource(strings = {"NicePlugin.java", "Nice.java", "NiceTrial.java", "NiceTest.java"})
    void thePageShowsTheCompiledSource(String source) throws IOException {
        assertThat(Files.readString(PAGE)).contains("```java\n" + Files.readString(SOURCES.resolve(source)) + "```\n");
    }
}
