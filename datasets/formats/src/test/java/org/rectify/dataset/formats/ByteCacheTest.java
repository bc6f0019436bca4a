package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.DataException;

class ByteCacheTest {

    @TempDir
    private Path folder;

    private Path file;
    private final byte[] content = new byte[600];
    private int made;

    @BeforeEach
    void generate() {
        file = folder.resolve("below/rows.cache");
        new SplittableRandom(1).nextBytes(content);
    }

    @Test
    void makesItsRowsOnceAndReadsThemBack() throws IOException {
        ByteCache first = cache("toys");
        ByteCache second = cache("toys");

        assertThat(made).isEqualTo(1);
        for (ByteCache cache : new ByteCache[] {first, second}) {
            assertThat(cache.note()).isEqualTo("made of toys, made 1 ×");
            assertThat(cache.rows().rows()).isEqualTo(60);
            byte[] copied = new byte[600];
            for (int row = 0; row < 60; row++) {
                cache.rows().copyRow(row, copied, row * 10);
            }
            assertThat(copied).isEqualTo(content);
        }
        assertThat(file).hasSize(4096 + 600);
        try (Stream<Path> files = Files.list(folder.resolve("below"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void makesThemAgainWhenTheFingerprintOrTheSizeDiffers() {
        cache("toys");
        cache("other toys");
        assertThat(made).isEqualTo(2);

        ByteCache.of(file, "other toys", 30, 20, this::make);
        assertThat(made).isEqualTo(3);

        ByteCache.of(file, "other toys", 60, 10, this::make);
        assertThat(made).isEqualTo(4);
    }

    @Test
    void makesThemAgainWhereverTheFileWasDamaged() throws IOException {
        for (int place : new int[] {0, 9, 14, 18, 25, 53, 57, 61, 80, 4000, 4095, 4096, 4695}) {
            cache("toys");
            byte[] damaged = Files.readAllBytes(file);
            damaged[place] ^= 1;
            Files.delete(file);
            Files.write(file, damaged);
            made = 0;

            ByteCache repaired = cache("toys");

            assertThat(made).as("made again after damage of byte %s", place).isEqualTo(1);
            assertThat(repaired.rows().get(59, 9)).isEqualTo(content[599] & 0xFF);
        }
    }

    @Test
    void makesThemAgainWhereTheFileWasCutOrGrew() throws IOException {
        for (int length : new int[] {0, 100, 4095, 4096, 4695, 4697}) {
            cache("toys");
            byte[] resized = Arrays.copyOf(Files.readAllBytes(file), length);
            Files.delete(file);
            Files.write(file, resized);
            made = 0;

            cache("toys");

            assertThat(made).as("made again at a length of %s", length).isEqualTo(1);
        }
    }

    @Test
    void leavesNothingBehindWhenMakingFails() throws IOException {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ByteCache.of(file, "toys", 60, 10, sink -> {
                    sink.append(content, 0, 300);
                    throw new DataException("the source is damaged");
                }))
                .withMessage("the source is damaged");
        assertThatIllegalStateException()
                .isThrownBy(() -> ByteCache.of(file, "toys", 60, 10, sink -> {
                    sink.append(content, 0, 599);
                    return "";
                }))
                .withMessage("599 bytes were made, must be 600");
        assertThat(folder.resolve("below")).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsADataError() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ByteCache.of(occupied.resolve("rows"), "toys", 60, 10, this::make))
                .withMessageContaining("this cache file of 4696 bytes cannot be written")
                .withMessageEndingWith("its folder needs the room, and must be writable");
    }

    private ByteCache cache(String source) {
        return ByteCache.of(file, source, 60, 10, this::make);
    }

    private String make(ByteCache.Sink sink) throws IOException {
        made++;
        sink.append(content, 0, 1);
        sink.append(content, 1, 450);
        sink.append(content, 451, 149);
        return "made of toys, made " + made + " ×";
    }
}
