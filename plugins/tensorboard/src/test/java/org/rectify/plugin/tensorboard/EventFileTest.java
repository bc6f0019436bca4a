package org.rectify.plugin.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.RectifyException;

/** The framing of records, beside a checksum computed bit by bit. */
class EventFileTest {

    @TempDir
    private Path folder;

    @Test
    void theChecksumOfTheReferenceIsThatOfTheCatalogues() {
        assertThat(crc32c("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xe3069283);
    }

    /** A record of 24 bytes begins as every event file of TensorFlow does: its first record has that length. */
    @Test
    void aRecordIsFramedByItsLengthAndTwoMaskedChecksums() throws IOException {
        byte[] data = SummaryMessage.fileVersion(1700000000, "brain.Event:2");
        write(data);

        byte[] bytes = Files.readAllBytes(onlyFile());

        assertThat(bytes).hasSize(8 + 4 + 24 + 4);
        assertThat(HexFormat.of().formatHex(bytes, 0, 12)).isEqualTo("1800000000000000" + "a37f4b22");
        assertThat(Arrays.copyOfRange(bytes, 12, 36)).isEqualTo(data);
        int checksum =
                ByteBuffer.wrap(bytes, 36, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int crc = crc32c(data);
        assertThat(checksum).isEqualTo((crc >>> 15 | crc << 17) + 0xa282ead8);
    }

    @Test
    void recordsCanBeReadBeforeTheFileIsClosed() throws IOException {
        try (EventFile file = new EventFile(folder.resolve("run"), 1700000000)) {
            file.append(new byte[100]);
            assertThat(onlyFile()).hasSize(116);
            file.append(new byte[0]);
            assertThat(onlyFile()).hasSize(132);
        }
    }

    @Test
    void theFileIsNamedSoThatTensorBoardFindsIt() throws IOException {
        write(new byte[1]);
        assertThat(onlyFile().getFileName().toString())
                .matches("events\\.out\\.tfevents\\.1700000000\\.[A-Za-z0-9.-]+");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldOf() throws IOException {
        Files.writeString(folder.resolve("run"), "a file where the folder should be");
        assertThatThrownBy(() -> write(new byte[1]))
                .isInstanceOf(RectifyException.class)
                .hasMessageContainingAll("cannot write", "events.out.tfevents.1700000000", "another directory");
    }

    private void write(byte[] data) {
        try (EventFile file = new EventFile(folder.resolve("run"), 1700000000)) {
            file.append(data);
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** CRC-32C by its definition: polynomial 0x1EDC6F41, reflected. */
    private static int crc32c(byte[] data) {
        int crc = -1;
        for (byte one : data) {
            crc ^= one & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82f63b78;
            }
        }
        return ~crc;
    }
}
