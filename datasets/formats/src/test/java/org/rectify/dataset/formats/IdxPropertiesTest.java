package org.rectify.dataset.formats;

import static org.quicktheories.QuickTheory.qt;
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

class IdxPropertiesTest {

    private static final Path NAME = Path.of("generated-idx");

    @Test
    void whatWasWrittenIsReadBack() {
        qt().withExamples(2_000)
                .forAll(arrays(), booleans().all())
                .check((array, gzipped) -> equal(array, read(content(array, gzipped))));
    }

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
                .forAll(arrays(), booleans().all(), integers().between(0, Integer.MAX_VALUE))
                .check((array, gzipped, cut) -> {
                    byte[] whole = content(array, gzipped);
                    return isRefused(Arrays.copyOf(whole, cut % whole.length));
                });
    }

    /** A damaged file is refused with a {@link DataException}, or is still a well-formed file; nothing else is thrown. */
    private static void checkDamagedFiles(int examples) {
        qt().withExamples(examples)
                .forAll(arrays(), booleans().all(), lists().of(damages()).ofSizeBetween(1, 4))
                .check((array, gzipped, damages) -> {
                    byte[] content = content(array, gzipped);
                    for (Damage damage : damages) {
                        content = damage.applied(content, 20);
                    }
                    return isRefused(content) || isWellFormed(content);
                });
    }

    private static boolean isRefused(byte[] content) {
        try {
            read(content);
            return false;
        } catch (DataException e) {
            return e.getMessage().contains("generated-idx, byte ");
        }
    }

    private static boolean isWellFormed(byte[] content) {
        IdxArray array = read(content);
        boolean gzipped = content[0] == 0x1F;
        return gzipped || Arrays.equals(IdxReaderTest.file(array), content);
    }

    private static IdxArray read(byte[] content) {
        return IdxReader.read(NAME, new ByteArrayInputStream(content), 1, 4);
    }

    private static byte[] content(IdxArray array, boolean gzipped) {
        byte[] plain = IdxReaderTest.file(array);
        return gzipped ? IdxReaderTest.gzip(plain) : plain;
    }

    private static boolean equal(IdxArray one, IdxArray other) {
        return one.dimensions().equals(other.dimensions()) && Arrays.equals(one.values(), other.values());
    }

    private static Gen<IdxArray> arrays() {
        Gen<List<Integer>> dimensions = lists().of(integers().between(1, 6)).ofSizeBetween(1, 4);
        return dimensions.zip(integers().all(), (shape, seed) -> {
            byte[] values = new byte[shape.stream().reduce(1, Math::multiplyExact)];
            new SplittableRandom(seed).nextBytes(values);
            return new IdxArray(shape, values);
        });
    }

    private static Gen<Damage> damages() {
        return integers()
                .between(0, Damage.KINDS - 1)
                .zip(integers().between(0, Integer.MAX_VALUE), integers().between(0, 255), Damage::new);
    }
}
