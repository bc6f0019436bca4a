package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.DataException;

class DataFilesTest {

    @TempDir
    private Path folder;

    @Test
    void findsFilesWithAndWithoutGzAndPrefersThePlainOnes() throws IOException {
        Path images = Files.createFile(folder.resolve("images"));
        Files.createFile(folder.resolve("images.gz"));
        Path labels = Files.createFile(folder.resolve("labels.gz"));

        assertThat(DataFiles.find("Digits", folder, List.of("images", "labels"), ""))
                .containsExactly(images, labels);
    }

    @Test
    void listsAllMissingFilesAtOnceAndTheRemedy() throws IOException {
        Files.createFile(folder.resolve("images"));
        Files.createDirectory(folder.resolve("test-images"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        DataFiles.find("Digits", folder, List.of("images", "labels", "test-images"), "Write them."))
                .withMessage("""
                        Digits: 2 of 3 files are missing in %s:
                          labels or labels.gz
                          test-images or test-images.gz
                        Write them.""", folder);
    }

    @Test
    void saysThatThereIsNoFolder() {
        Path nowhere = folder.resolve("nowhere");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataFiles.find("Digits", nowhere, List.of("images"), "Write it."))
                .withMessageContaining("1 of 1 files are missing in " + nowhere + " (no such folder):");
    }
}
