package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.error.DataException;

class MatrixReaderTest {

    private static final Path NAME = Path.of("matrix");

    @TempDir
    private Path folder;

    @Test
    void readsTheBytesOfAFileWrittenByHand() {
        // three int32 as a cat file has them: rank 1, but three dimensions
        MatrixReader matrix = read("544c3d1e 01000000 03000000 01000000 01000000 05000000 00000000 ffffffff");

        assertThat(matrix.element()).isEqualTo(MatrixElement.INT32);
        assertThat(matrix.dimensions()).containsExactly(3);
        assertThat(matrix.headerLength()).isEqualTo(20);
        assertThat(matrix.readIntegers()).containsExactly(5, 0, -1);
    }

    @Test
    void readsEveryKindOfElement() {
        assertThat(read("554c3d1e 02000000 01000000 02000000 01000000 00ff").readIntegers())
                .containsExactly(0, 255);
        assertThat(read("564c3d1e 02000000 01000000 02000000 01000000 0001 feff")
                        .readIntegers())
                .containsExactly(256, -2);
        assertThat(read("514c3d1e 01000000 02000000 01000000 01000000 0000803f 000020c1")
                        .readNumbers())
                .containsExactly(1, -10);
        assertThat(read("534c3d1e 01000000 01000000 01000000 01000000 000000000000f0bf")
                        .readNumbers())
                .containsExactly(-1);
        assertThat(read("544c3d1e 01000000 01000000 01000000 01000000 07000000").readNumbers())
                .containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensor.ft", "tensor.ft.gz", "norb-dat.mat", "norb-dat.mat.gz"})
    void whatWasWrittenIsReadBack(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] content = new byte[2 * 2 * 3 * 5];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (7 * i);
        }
        MatrixWriter.write(file, MatrixElement.BYTE, List.of(2, 2, 3, 5), content);

        try (MatrixReader matrix = MatrixReader.open(file)) {
            assertThat(matrix.dimensions()).containsExactly(2, 2, 3, 5);
            assertThat(matrix.headerLength()).isEqualTo(24);
            byte[] first = new byte[30];
            matrix.readBytes(first, 0, 30);
            assertThat(first).isEqualTo(Arrays.copyOf(content, 30));
            matrix.readBytes(first, 0, 30);
            assertThat(first).isEqualTo(Arrays.copyOfRange(content, 30, 60));
            matrix.requireEnd();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixWriter.write(file, MatrixElement.INT16, List.of(2, 3), content))
                .withMessage("60 bytes for INT16 [2, 3], must be 12");
    }

    @Test
    void damagedHeadersAreRefusedWithTheirOffset() {
        refused(
                "1e3d4c54 00000001",
                "byte 0: not a matrix file: it begins with 0x544C3D1E, expected 0x1E3D4C55 (BYTE), ");
        refused("524c3d1e 01000000", "byte 0: packed matrices (0x1E3D4C52) are not supported");
        refused("544c3d", "byte 3: the file ends within its header, in the kind of elements");
        refused("544c3d1e 0100", "byte 6: the file ends within its header, in the rank");
        refused("544c3d1e 00000000", "byte 4: rank 0, must be 1 to 8");
        refused("544c3d1e ffffff7f", "byte 4: rank 2147483647, must be 1 to 8");
        refused("544c3d1e 02000000 01000000 00000000", "byte 12: dimension 2 is 0, must be 1 or more");
        refused("544c3d1e 02000000 ffffffff", "byte 8: dimension 1 is -1, must be 1 or more");
        refused("544c3d1e 01000000 01000000 01000000", "byte 16: the file ends within its header, in the dimension 3");
        refused(
                "554c3d1e 03000000 ffffff7f ffffff7f ffffff7f",
                "byte 16: dimension 3 is 2147483647: no file can be so large");
    }

    @Test
    void elementsThatAreMissingOrTooManyAreRefusedWithTheirOffset() {
        refused(
                "544c3d1e 01000000 02000000 01000000 01000000 01000000 0200",
                "byte 26: the file ends before the INT32 2 that its header claims do");
        refused(
                "544c3d1e 01000000 01000000 01000000 01000000 01000000 02",
                "byte 24: the file goes on behind the INT32 1 that its header claims");
        refused(
                "554c3d1e 03000000 ff000000 ff000000 ff000000 01",
                "byte 21: the file ends before the BYTE 255 x 255 x 255 that its header claims do");
        refused(
                "554c3d1e 02000000 ffffff7f ffffff7f 01000000",
                "byte 8: BYTE 2147483647 x 2147483647 are more than one array of 2147483639 bytes can hold");
        refused("514c3d1e 01000000 01000000 01000000 01000000 0000803f", "byte 0: holds FLOAT32, where whole numbers");
    }

    @Test
    void otherElementsAndOtherDimensionsThanNeededAreRefused() {
        String header = "544c3d1e 02000000 03000000 02000000 01000000";
        read(header).require("a table", MatrixElement.INT32, List.of(3, 2));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(header).require("a table", MatrixElement.INT32, List.of(3, 10)))
                .withMessage("matrix, byte 8: holds INT32 3 x 2, but a table holds INT32 3 x 10");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(header).require("a table", MatrixElement.BYTE, List.of(3, 2)))
                .withMessage("matrix, byte 0: holds INT32 3 x 2, but a table holds BYTE 3 x 2");
    }

    @Test
    void aDamagedFileIsClosed() throws IOException {
        Path file = Files.write(folder.resolve("damaged.mat"), new byte[] {1, 2, 3, 4});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MatrixReader.open(file))
                .withMessageStartingWith(file + ", byte 0: not a matrix file: it begins with 0x04030201");
        Files.delete(file);
    }

    private static void refused(String hexadecimal, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(hexadecimal).readIntegers())
                .withMessageStartingWith("matrix, " + message);
    }

    private static MatrixReader read(String hexadecimal) {
        byte[] content = HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
        return MatrixReader.of(ContentReader.of(NAME, new ByteArrayInputStream(content)));
    }
}
