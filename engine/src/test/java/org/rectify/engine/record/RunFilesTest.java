package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.RectifyException;

class RunFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileWrittenWhileItIsBeingWrittenIsWholeAllTheSame() throws IOException {
        Path file = folder.resolve("table");

        RunFiles.writeAtomically(file, writer -> {
            writer.write("first");
            writer.flush();
            RunFiles.writeAtomically(file, second -> second.write("second"));
            assertThat(file).hasContent("second");
        });

        assertThat(file).hasContent("first");
        assertThat(names()).containsExactly("table");
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileThatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("table"), "before");

        assertThatThrownBy(() -> RunFiles.writeAtomically(file, writer -> {
                    writer.write("half");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("the disk is full");

        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("table");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }
}
