package org.rectify.dataset.nistp.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxWriter;
import org.rectify.dataset.nistp.image.Canvas;

class ScansTest {

    private static final int CAPITAL_L = CharacterClasses.of('L');

    @TempDir
    private Path data;

    @Test
    void classesAreNumberedDigitsCapitalsSmallLettersOneToOne() {
        Set<Character> characters = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (int i = 0; i < CharacterClasses.COUNT; i++) {
            assertThat(CharacterClasses.of(CharacterClasses.character(i))).isEqualTo(i);
            characters.add(CharacterClasses.character(i));
            folders.add(CharacterClasses.folder(i));
        }

        assertThat(characters).hasSize(62);
        assertThat(folders).hasSize(62).contains("30", "39", "41", "5a", "61", "7a");
        assertThat(CharacterClasses.of('A')).isEqualTo(10);
        assertThat(CharacterClasses.of('a')).isEqualTo(36);
        assertThat(CharacterClasses.of('?')).isEqualTo(-1);
    }

    @Test
    void emnistIsTransposedAndPadded() throws IOException {
        writeEmnist(Files.createDirectories(data.resolve("nist/gzip")), 20, (byte) CAPITAL_L);

        SplitSources emnist = CharacterSources.nist(data, 10, new HashMap<>()).orElseThrow();

        for (CharacterSource each : List.of(emnist.train(), emnist.validation(), emnist.test())) {
            assertThat(each.classes()).containsExactly(CAPITAL_L);
            assertThat(drawn(each)).isEqualTo(letterL(2));
        }
    }

    /** An L: a stroke down at the left, and one along the bottom; ink 1. */
    private static float[] letterL(int border) {
        float[] pixels = new float[Canvas.PIXELS];
        int side = Canvas.SIDE - 2 * border;
        for (int i = 4; i < side - 4; i++) {
            pixels[(i + border) * Canvas.SIDE + 4 + border] = 1;
            pixels[(side - 5 + border) * Canvas.SIDE + i + border] = 1;
        }
        return pixels;
    }

    private static void writeEmnist(Path folder, int size, byte label) {
        float[] letter = letterL(2);
        byte[] images = new byte[size * 784];
        for (int i = 0; i < images.length; i++) {
            int row = i % 28;
            int column = i % 784 / 28;
            images[i] = (byte) (255 * letter[(row + 2) * Canvas.SIDE + column + 2]);
        }
        byte[] labels = new byte[size];
        Arrays.fill(labels, label);
        for (String part : List.of("train", "test")) {
            IdxWriter.write(
                    new IdxArray(List.of(size, 28, 28), images),
                    folder.resolve("emnist-byclass-" + part + "-images-idx3-ubyte.gz"));
            IdxWriter.write(
                    new IdxArray(List.of(size), labels),
                    folder.resolve("emnist-byclass-" + part + "-labels-idx1-ubyte.gz"));
        }
    }

    private static float[] drawn(CharacterSource source) {
        float[] pixels = new float[Canvas.PIXELS];
        source.draw(CAPITAL_L, new RandomStreams(1).stream("draw"), pixels);
        return pixels;
    }

    @Test
    void emnistWithALabelBeyondTheClassesIsRefused() throws IOException {
        writeEmnist(Files.createDirectories(data.resolve("nistp")), 20, (byte) 62);
        Map<String, String> checksums = new HashMap<>();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.nist(data, 10, checksums))
                .withMessageContaining("byte 8: label 62 of example 0, must be 0 to 61");
    }

    @Test
    void emnistWithAMissingFileIsRefused() throws IOException {
        Path folder = Files.createDirectories(data.resolve("nistp"));
        writeEmnist(folder, 20, (byte) 3);
        Files.delete(folder.resolve("emnist-byclass-test-labels-idx1-ubyte.gz"));
        Map<String, String> checksums = new HashMap<>();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.nist(data, 10, checksums))
                .withMessageContaining("1 of 4 files are missing")
                .withMessageContaining("emnist-byclass-test-labels-idx1-ubyte");
    }

    @Test
    void sd19IsReducedWithInkOneAndItsSeriesKeptApart() throws IOException {
        writeSd19();
        Map<String, String> checksums = new HashMap<>();

        SplitSources sd19 = CharacterSources.nist(data, 5000, checksums).orElseThrow();

        assertThat(drawn(sd19.train())).isEqualTo(letterL(0));
        assertThat(drawn(sd19.validation())).isEqualTo(letterL(0));
        assertThat(drawn(sd19.test())).isEqualTo(letterL(0));
        assertThat(sd19.description()).contains("26 characters");
        assertThat(checksums).containsOnlyKeys(data.resolve("nist/by_class").toString());
    }

    private void writeSd19() throws IOException {
        Path own = data.resolve("nist/by_class/4c");
        Files.createDirectories(own.resolve("train_4c"));
        Files.createDirectories(own.resolve("hsf_4"));
        for (int i = 0; i < 20; i++) {
            Files.write(own.resolve(String.format("train_4c/train_4c_%05d.png", i)), png(BufferedImage.TYPE_INT_RGB));
        }
        for (int i = 0; i < 6; i++) {
            Files.write(own.resolve(String.format("hsf_4/hsf_4_%05d.png", i)), png(BufferedImage.TYPE_BYTE_GRAY));
        }
    }

    /** The L of 32 x 32, each pixel 4 x 4, black on white. */
    private static byte[] png(int type) throws IOException {
        BufferedImage image = new BufferedImage(128, 128, type);
        float[] letter = letterL(0);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                image.setRGB(x, y, letter[y / 4 * 32 + x / 4] == 1 ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void everyKindOfGreyPngIsRead() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
            byte[] target = new byte[Canvas.PIXELS];
            PngReader.read(Path.of("l.png"), png(type), target, 0);
            for (int i = 0; i < Canvas.PIXELS; i++) {
                assertThat(target[i] & 0xFF).isEqualTo((int) (255 * letterL(0)[i]));
            }
        }
    }

    @Test
    void aTruncatedPngIsRefusedWithItsPlace() throws IOException {
        writeSd19();
        Path file = data.resolve("nist/by_class/4c/hsf_4/hsf_4_00003.png");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        Map<String, String> checksums = new HashMap<>();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.nist(data, 5000, checksums))
                .withMessageStartingWith(file + ", byte ");
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        Files.createDirectories(data.resolve("nist/by_class/4c/hsf_4"));
        Map<String, String> checksums = new HashMap<>();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.nist(data, 5000, checksums))
                .withMessageContaining("by_class: no image for training; expected are XX/train_XX/*.png");
    }

    @Test
    void nothingIsFoundWhereNothingLies() {
        assertThat(CharacterSources.nist(data, 10, new HashMap<>())).isEqualTo(Optional.empty());
    }

    @Test
    void damagedPngsNeverBreakTheReader() throws IOException {
        checkDamagedPngs(3_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedPngsNeverBreakTheReader() throws IOException {
        checkDamagedPngs(100_000);
    }

    private static void checkDamagedPngs(int files) throws IOException {
        byte[] whole = png(BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = new byte[Canvas.PIXELS];
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < files; i++) {
            byte[] damaged = Damage.applied(whole, random);
            if (random.nextBoolean()) {
                repairChecksums(damaged);
            }
            try {
                PngReader.read(Path.of("damaged.png"), damaged, target, 0);
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith("damaged.png");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(files / 2);
    }

    /** Makes the sums of chunks fit, so that damage reaches the decoder. */
    private static void repairChecksums(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
    }
}
