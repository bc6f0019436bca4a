package org.rectify.dataset.nistp.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.Slf4jLogFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.rectify.api.error.DataException;

class FontReaderTest {

    static final List<String> BUNDLED = FontFiles.BUNDLED;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void everyBundledFontHasAllCharactersAndItsLicence(String name) throws IOException {
        byte[][] glyphs = FontReader.read(name, FontFiles.bundled(name)).orElseThrow();

        assertThat(glyphs).hasDimensions(62, 1024);
        try (var licence = FontFiles.class.getResourceAsStream("fonts/" + name + "-OFL.txt")) {
            assertThat(licence).isNotNull();
            assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("SIL Open Font License, Version 1.1");
        }
    }

    @Test
    void fontBoxLogsWhereEverythingElseDoes() {
        assertThat(LogFactory.getFactory()).isInstanceOf(Slf4jLogFactory.class);
    }

    @Test
    void glyphsAreInTheMiddleAndTheRightWayUp() {
        byte[][] glyphs = FontReader.read("Lato", FontFiles.bundled("Lato")).orElseThrow();
        byte[] capitalL = glyphs[CharacterClasses.of('L')];
        byte[] seven = glyphs[CharacterClasses.of('7')];

        assertThat(inkOfRows(capitalL, 16, 32)).isGreaterThan(2 * inkOfRows(capitalL, 0, 12));
        assertThat(inkOfRows(seven, 0, 12)).isGreaterThan(inkOfRows(seven, 20, 32));
        for (byte[] glyph : glyphs) {
            assertThat(inkOfRows(glyph, 0, 1) + inkOfRows(glyph, 31, 32)).isZero();
        }
    }

    private static int inkOfRows(byte[] glyph, int from, int to) {
        int sum = 0;
        for (int i = from * 32; i < to * 32; i++) {
            sum += glyph[i] & 0xFF;
        }
        return sum;
    }

    @Test
    void outlinesAreFilledByTheNonZeroRule() {
        Path2D square = square(0, 0, 10, false);
        Path2D overlapping = square(0, 0, 10, false);
        overlapping.append(square(2, 2, 6, false), false);
        Path2D hollow = square(0, 0, 10, false);
        hollow.append(square(2, 2, 6, true), false);

        assertThat(ink(square)).isCloseTo(100, within(1e-2));
        assertThat(ink(overlapping)).isCloseTo(100, within(1e-2));
        assertThat(ink(hollow)).isCloseTo(64, within(1e-2));
    }

    @Test
    void edgesBetweenPixelsAreGrey() {
        assertThat(ink(square(0, 0, 7.5, false))).isCloseTo(56.25, within(0.1));
    }

    private static Path2D square(double x, double y, double side, boolean backwards) {
        Path2D square = new Path2D.Double();
        square.moveTo(x, y);
        square.lineTo(backwards ? x : x + side, backwards ? y + side : y);
        square.lineTo(x + side, y + side);
        square.lineTo(backwards ? x + side : x, backwards ? y : y + side);
        square.closePath();
        return square;
    }

    private static double ink(Path2D outline) {
        return inkOfRows(GlyphRaster.draw(outline, 1), 0, 32) / 255.0;
    }

    @Test
    void truncatedFontsAreRefused() {
        byte[] whole = FontFiles.bundled("GochiHand");

        for (int length : new int[] {0, 3, 11, 40, 200, whole.length / 2, whole.length - 4}) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> FontReader.read("gochi.ttf", Arrays.copyOf(whole, length)))
                    .withMessageStartingWith("gochi.ttf");
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> FontReader.read("a.ttf", "this is not a font at all".getBytes(StandardCharsets.UTF_8)))
                .withMessage("a.ttf: begins with 0x74686973: no TrueType or OpenType font");
    }

    @Test
    void damagedFontsNeverBreakTheReader() {
        checkDamagedFonts(150);
    }

    @Test
    @Tag("slow")
    void tenThousandDamagedFontsNeverBreakTheReader() {
        checkDamagedFonts(10_000);
    }

    private static void checkDamagedFonts(int fonts) {
        byte[] whole = FontFiles.bundled("NothingYouCouldDo");
        SplittableRandom random = new SplittableRandom(2);
        int refused = 0;
        for (int i = 0; i < fonts; i++) {
            try {
                FontReader.read("damaged.ttf", Damage.applied(whole, random));
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith("damaged.ttf");
                refused++;
            }
        }
        assertThat(refused).isBetween(fonts / 10, fonts);
    }

    @Test
    void aFolderAddsItsFontsOnce() throws IOException {
        Files.write(folder.resolve("copy.ttf"), FontFiles.bundled("Lato"));
        Files.write(Files.createDirectory(folder.resolve("below")).resolve("other.TTF"), FontFiles.bundled("Neuton"));
        Files.writeString(folder.resolve("readme.txt"), "no font");
        FontFiles files = new FontFiles(new HashMap<>());

        files.addFolder(folder);
        assertThat(files.fonts()).hasSize(2);
        files.addBundled();

        assertThat(files.fonts()).hasSize(10);
    }

    @Test
    void damagedFontsOfAFolderAreRefusedAndThoseOfTheSystemPassedOver() throws IOException {
        Files.writeString(folder.resolve("bad.ttf"), "no font, whatever its name says");
        Files.write(folder.resolve("good.ttf"), FontFiles.bundled("Lato"));
        FontFiles files = new FontFiles(new HashMap<>());

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> files.addFolder(folder))
                .withMessageStartingWith(folder.resolve("bad.ttf") + ": ");
        files.addSystem(Stream.of(folder, folder.resolve("missing")));

        assertThat(files.fonts()).hasSize(1);
        assertThat(files.passedOver()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutFontsIsRefused() {
        Map<String, String> checksums = new HashMap<>();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.fonts(Optional.of(folder), false, checksums))
                .withMessageStartingWith(folder + ": no .ttf or .otf file with all of 0-9, A-Z and a-z");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CharacterSources.fonts(Optional.of(folder.resolve("x")), false, checksums))
                .withMessageStartingWith(folder.resolve("x") + ": no such folder");
    }
}
