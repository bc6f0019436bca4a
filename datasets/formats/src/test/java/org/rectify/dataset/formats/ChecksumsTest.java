package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

    /** The example of FIPS 180-4 for the message "abc". */
    private static final String SUM_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void agreesWithThePublishedExample() {
        assertThat(Checksums.sha256("abc")).isEqualTo(SUM_OF_ABC);
        assertThat(Checksums.sha256("a".getBytes(StandardCharsets.UTF_8), "bc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SUM_OF_ABC);
    }

    @Test
    void theSumOfAnArrayIsThatOfItsFile() {
        IdxArray array = new IdxArray(List.of(2, 2), new byte[] {1, 2, 3, 4});

        assertThat(Checksums.sha256(array)).isEqualTo(Checksums.sha256(IdxReaderTest.file(array)));
    }
}
