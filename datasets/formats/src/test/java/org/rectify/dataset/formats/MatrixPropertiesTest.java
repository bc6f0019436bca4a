package org.rectify.dataset.formats;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.rectify.api.error.DataException;
import org.rectify.testkit.Damage;

class MatrixPropertiesTest {

    @Test
    void damagedFilesAreRefusedAndNeverBreakTheReader() {
        checkDamagedFiles(5_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedFilesNeverBreakTheReader() {
        checkDamagedFiles(100_000);
    }

    @Test
    void truncatedFilesAreAlwaysRefused() {
        qt().withExamples(2_000)
                .forAll(files(), integers().between(0, Integer.MAX_VALUE))
                .check((whole, cut) -> isRefused(Arrays.copyOf(whole, cut % whole.length)));
    }

    /** A damaged file is refused with a {@link DataException}, or is still a well-formed file; nothing else is thrown. */
    private static void checkDamagedFiles(int examples) {
        qt().withExamples(examples)
                .forAll(files(), lists().of(damages()).ofSizeBetween(1, 4))
                .check((whole, damages) -> {
                    byte[] content = whole;
                    for (Damage damage : damages) {
                        content = damage.applied(content, 24);
                    }
                    return isRefused(content) || isWellFormed(content);
                });
    }

    private static boolean isRefused(byte[] content) {
        try {
            open(content).readNumbers();
            return false;
        } catch (DataException e) {
            return e.getMessage().startsWith("generated-matrix, byte ");
        }
    }

    private static boolean isWellFormed(byte[] content) {
        MatrixReader matrix = open(content);
        int length = matrix.headerLength() + matrix.element().bytes() * matrix.readNumbers().length;
        boolean gzipped = content[0] == 0x1F;
        return gzipped || content.length == length;
    }

    private static MatrixReader open(byte[] content) {
        return MatrixReader.of(ContentReader.of(Path.of("generated-matrix"), new ByteArrayInputStream(content)));
    }

    private static Gen<byte[]> files() {
        Gen<List<Integer>> dimensions = lists().of(integers().between(1, 5)).ofSizeBetween(1, 4);
        return arbitrary()
                .enumValues(MatrixElement.class)
                .zip(dimensions, booleans().all(), (element, shape, gzipped) -> {
                    byte[] values = new byte[shape.stream().reduce(element.bytes(), Math::multiplyExact)];
                    new SplittableRandom(shape.hashCode()).nextBytes(values);
                    byte[] plain = MatrixWriter.content(element, shape, values);
                    return gzipped ? IdxReaderTest.gzip(plain) : plain;
                });
    }

    private static Gen<Damage> damages() {
        return integers()
                .between(0, Damage.KINDS - 1)
                .zip(integers().between(0, Integer.MAX_VALUE), integers().between(0, 255), Damage::new);
    }
}
