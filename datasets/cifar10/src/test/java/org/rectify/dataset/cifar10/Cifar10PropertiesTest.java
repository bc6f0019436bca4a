package org.rectify.dataset.cifar10;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.ContentReader;
import org.rectify.testkit.Damage;

class Cifar10PropertiesTest {

    private static final int IMAGES = 3;
    private static final byte[] PLAIN = Batches.noise(IMAGES, 1);
    private static final byte[] GZIPPED = Batches.gzip(PLAIN);

    @Test
    void damagedFilesAreRefusedAndNeverBreakTheReader() {
        checkDamagedFiles(5_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedFilesNeverBreakTheReader() {
        checkDamagedFiles(100_000);
    }

    /** A damaged file is refused with a {@link DataException}, or is still three images; nothing else is thrown. */
    private static void checkDamagedFiles(int examples) {
        qt().withExamples(examples)
                .forAll(booleans().all(), lists().of(damages()).ofSizeBetween(1, 4))
                .check((gzipped, damages) -> {
                    byte[] content = gzipped ? GZIPPED : PLAIN;
                    for (Damage damage : damages) {
                        content = damage.applied(content, 20);
                    }
                    return isRefused(content) || isRead(content);
                });
    }

    private static boolean isRefused(byte[] content) {
        try {
            read(content);
            return false;
        } catch (DataException e) {
            return e.getMessage().startsWith("generated-batch, byte ");
        }
    }

    private static boolean isRead(byte[] content) {
        Images images = read(content);
        for (int i = 0; i < IMAGES; i++) {
            if (images.labels()[i] < 0 || images.labels()[i] > 9) {
                return false;
            }
        }
        boolean gzipped = content[0] == 0x1F;
        return gzipped
                || content.length == IMAGES * Batches.RECORD
                        && images.pixels()[images.pixels().length - 1] == content[content.length - 1];
    }

    private static Images read(byte[] content) {
        Images images = new Images(new byte[IMAGES * Images.PIXELS], new byte[IMAGES], new ArrayList<>());
        images.read(ContentReader.of(Path.of("generated-batch"), new ByteArrayInputStream(content)), 0, IMAGES);
        return images;
    }

    private static Gen<Damage> damages() {
        return integers()
                .between(0, Damage.KINDS - 1)
                .zip(integers().between(0, Integer.MAX_VALUE), integers().between(0, 255), Damage::new);
    }
}
