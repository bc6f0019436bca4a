package org.rectify.dataset.norb;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.ContentReader;
import org.rectify.dataset.formats.MatrixReader;
import org.rectify.dataset.norb.image.Reduction;
import org.rectify.testkit.Damage;

class NorbPropertiesTest {

    private static final Reduction REDUCTION = Reduction.area(108, 32);
    private static final byte[] CATEGORIES = {0, 5, 4};

    /** What a part of three categories, or one image, begins with, and its elements. */
    private enum Kind {
        CATEGORIES(0x1E3D4C54, new int[] {3}, NorbParts.integers(0, 5, 4)),
        INFORMATION(0x1E3D4C54, new int[] {3, 10}, new byte[120]),
        IMAGES(0x1E3D4C55, new int[] {1, 2, 108, 108}, new byte[2 * 108 * 108]);

        private final byte[] plain;
        private final byte[] gzipped;

        Kind(int magic, int[] dimensions, byte[] elements) {
            int[] header = {magic, dimensions.length, 1, 1, 1};
            header = Arrays.copyOf(header, Math.max(5, 2 + dimensions.length));
            System.arraycopy(dimensions, 0, header, 2, dimensions.length);
            byte[] values = elements.clone();
            if (name().equals("IMAGES")) {
                new SplittableRandom(1).nextBytes(values);
            }
            if (name().equals("INFORMATION")) {
                values[0] = 4;
                values[80] = 9;
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(NorbParts.integers(header));
            content.writeBytes(values);
            plain = content.toByteArray();
            gzipped = gzip(plain);
        }
    }

    @Test
    void wholeFilesAreRead() {
        for (Kind kind : Kind.values()) {
            read(kind, kind.plain);
            read(kind, kind.gzipped);
        }
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

    /** A damaged file is refused with a {@link DataException}, or is still a well-formed one; nothing else is thrown. */
    private static void checkDamagedFiles(int examples) {
        qt().withExamples(examples)
                .forAll(kinds(), booleans().all(), lists().of(damages()).ofSizeBetween(1, 4))
                .check((kind, gzipped, damages) -> {
                    byte[] content = gzipped ? kind.gzipped : kind.plain;
                    for (Damage damage : damages) {
                        content = damage.applied(content, 24);
                    }
                    return isRefused(kind, content) || content[0] == 0x1F || content.length == kind.plain.length;
                });
    }

    private static boolean isRefused(Kind kind, byte[] content) {
        try {
            read(kind, content);
            return false;
        } catch (DataException e) {
            return e.getMessage().startsWith("generated-part, byte ");
        }
    }

    private static void read(Kind kind, byte[] content) {
        MatrixReader matrix =
                MatrixReader.of(ContentReader.of(Path.of("generated-part"), new ByteArrayInputStream(content)));
        switch (kind) {
            case CATEGORIES -> NorbFiles.categories(matrix, 3);
            case INFORMATION -> NorbFiles.instances(matrix, CATEGORIES);
            case IMAGES -> {
                try {
                    NorbFiles.images(matrix, 1, REDUCTION, (bytes, offset, length) -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static Gen<Kind> kinds() {
        return integers().between(0, 2).map(i -> Kind.values()[i]);
    }

    private static Gen<Damage> damages() {
        return integers()
                .between(0, Damage.KINDS - 1)
                .zip(integers().between(0, Integer.MAX_VALUE), integers().between(0, 255), Damage::new);
    }
}
