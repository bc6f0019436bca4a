package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.error.DataException;

class IdxReaderTest {

    private static final Path NAME = Path.of("some-idx");

    /** Two images of 1 x 3, written by hand after item 49. */
    private static final String TWO_IMAGES = "00000803 00000002 00000001 00000003 000102 fdfeff";

    @Test
    void readsImages() {
        IdxArray images = read(hex(TWO_IMAGES), 3);

        assertThat(images.dimensions()).containsExactly(2, 1, 3);
        assertThat(images.values()).containsExactly(0, 1, 2, -3, -2, -1);
        assertThat(images.examples()).isEqualTo(2);
        assertThat(images.exampleSize()).isEqualTo(3);
        assertThat(images.exampleShape()).containsExactly(1, 3);
    }

    @Test
    void readsLabels() {
        IdxArray labels = read(hex("00000801 00000003 070009"), 1);

        assertThat(labels.dimensions()).containsExactly(3);
        assertThat(labels.values()).containsExactly(7, 0, 9);
    }

    @Test
    void knowsGzipByItsContentAndNotByItsName(@TempDir Path folder) throws IOException {
        Path plain = Files.write(folder.resolve("plain.gz"), hex(TWO_IMAGES));
        Path gzipped = Files.write(folder.resolve("gzipped"), gzip(hex(TWO_IMAGES)));

        assertThat(IdxReader.read(plain, 3).values())
                .isEqualTo(IdxReader.read(gzipped, 3).values());
    }

    @Test
    void readsContentThatArrivesByteByByteAndExceedsTheFirstAllocation() {
        byte[] values = new byte[300_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 31);
        }
        InputStream slow = new ByteArrayInputStream(file(new IdxArray(List.of(300_001), values))) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 7));
            }
        };

        assertThat(IdxReader.read(NAME, slow, 1, 1).values()).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                           | 0  | the file ends within its header, in the magic number
            000008                                       | 3  | the file ends within its header, in the magic number
            00000803 00000002 0000                       | 10 | the file ends within its header, in the dimension 2 of 3
            89504e47 0d0a1a0a                            | 0  | not an IDX file: magic number 0x89504E47, expected 0x00000803 (unsigned bytes of rank 3)
            00000d03 00000001 00000001 00000001 00000000 | 2  | elements of type 0x0D are not supported: magic number 0x00000D03, expected 0x00000803 (unsigned bytes of rank 3)
            00000801 00000001 05                         | 3  | rank 1: magic number 0x00000801, expected 0x00000803 (unsigned bytes of rank 3)
            00000803 00000000 0000001c 0000001c          | 4  | dimension 1 is 0, must be 1 or more
            00000803 00000001 ffffffff 0000001c          | 8  | dimension 2 is -1, must be 1 or more
            00000803 00010000 00010000 00000001          | 8  | dimension 2 is 65536: 4294967296 bytes are more than one array of 2147483639 can hold
            00000803 7fffffff 00000001 00000001          | 4  | dimension 1 is 2147483647: 2147483647 bytes are more than one array of 2147483639 can hold
            00000803 00000002 00000001 00000003 00010203 | 20 | the file ends after 4 of the 6 bytes that its dimensions 2 x 1 x 3 claim
            00000803 00000001 00000001 00000002 000102   | 18 | the file goes on behind the bytes that its dimensions 1 x 1 x 2 claim
            """)
    void saysWhatIsWrongAndWhere(String content, int offset, String problem) {
        assertRefused(hex(content)).withMessage(NAME + ", byte " + offset + ": " + problem);
        if (!content.isEmpty()) {
            assertRefused(gzip(hex(content))).withMessage(NAME + ", byte " + offset + ": " + problem);
        }
    }

    @Test
    void namesTheRanksThatItWouldAccept() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> IdxReader.read(NAME, new ByteArrayInputStream(hex("00000801 00000001 05")), 2, 4))
                .withMessageContaining("expected 0x00000802 to 0x00000804 (unsigned bytes of rank 2 to 4)");
    }

    @Test
    void refusesAGzipStreamThatBreaksOff() {
        byte[] whole = gzip(file(noise(10_000)));

        assertRefused(Arrays.copyOf(whole, 5_000), 1)
                .withMessageMatching("some-idx, byte [1-9][0-9]{3}: the gzip stream breaks off");
        assertRefused(Arrays.copyOf(whole, 2), 1)
                .withMessageStartingWith("some-idx, byte 0: begins like a gzip stream, but has no gzip header");
    }

    @Test
    void refusesAGzipStreamWhoseChecksumDoesNotMatch() {
        byte[] damaged = gzip(file(noise(10_000)));
        damaged[damaged.length - 6] ^= 1;

        assertRefused(damaged, 1).withMessage("some-idx, byte 10008: the gzip stream is damaged: Corrupt GZIP trailer");
    }

    @Test
    void namesAMissingFile(@TempDir Path folder) {
        Path missing = folder.resolve("nothing");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> IdxReader.read(missing, 1))
                .withMessage(missing + ": no such file");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> IdxReader.read(folder, 1))
                .withMessageStartingWith(folder + ": cannot be read");
    }

    @Test
    void allocatesNothingThatAHeaderMerelyClaims() {
        byte[] twoGigabytesClaimed = hex("00000801 7ffffff7 000102030405");

        assertThat(allocatedBy(() -> assertRefused(twoGigabytesClaimed, 1)
                        .withMessageContaining("the file ends after 6 of the 2147483639 bytes")))
                .isLessThan(4 << 20);
    }

    @Test
    void stopsReadingOneByteBehindTheClaimedSize() {
        long[] taken = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken[0]++;
                return 0;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                taken[0] += length;
                return length;
            }
        };
        InputStream bomb = new SequenceInputStream(new ByteArrayInputStream(hex("00000801 00000004")), endless);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> IdxReader.read(NAME, bomb, 1, 1))
                .withMessageContaining("byte 12: the file goes on behind");
        assertThat(taken[0]).isLessThanOrEqualTo(1 << 17);
    }

    @Test
    void stopsInflatingADecompressionBombBehindTheClaimedSize() {
        byte[] bomb = gzip(concatenated(hex("00000801 00000004"), new byte[64 << 20]));
        assertThat(bomb).hasSizeLessThan(1 << 17);

        assertThat(allocatedBy(() -> assertRefused(bomb, 1).withMessageContaining("byte 12: the file goes on behind")))
                .isLessThan(4 << 20);
    }

    private static long allocatedBy(Runnable action) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static ThrowableAssertAlternative<DataException> assertRefused(byte[] content) {
        return assertRefused(content, 3);
    }

    private static ThrowableAssertAlternative<DataException> assertRefused(byte[] content, int rank) {
        return assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(content, rank));
    }

    private static IdxArray read(byte[] content, int rank) {
        return IdxReader.read(NAME, new ByteArrayInputStream(content), rank, rank);
    }

    private static IdxArray noise(int length) {
        byte[] values = new byte[length];
        new java.util.Random(1).nextBytes(values);
        return new IdxArray(List.of(length), values);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] concatenated(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    static byte[] file(IdxArray array) {
        try (ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            IdxWriter.write(array, target);
            return target.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }
}
