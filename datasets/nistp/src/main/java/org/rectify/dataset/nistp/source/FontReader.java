package org.rectify.dataset.nistp.source;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.rectify.api.error.DataException;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Draws the 62 characters of a TrueType or OpenType font, 28 pixels an em, each in the middle of its image.
 *
 * <p>A file is not trusted: its tables must lie within it before anything is read. Every defect is a {@link DataException}
 * that names the file.
 */
final class FontReader {

    private static final double EM = 28;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int APPLE_TRUE_TYPE = 0x74727565;
    private static final int OPEN_TYPE = 0x4F54544F;
    private static final int HEADER = 12;
    private static final int RECORD = 16;

    /** A font in which capitals and small letters look alike still has 36 different glyphs. */
    private static final int FEWEST_GLYPHS = 34;

    private FontReader() {}

    /**
     * Draws a font.
     *
     * @param name of the file, for messages
     * @param content of the file
     * @return by class, 32 x 32 bytes with ink 255; empty for a font that lacks one of the characters or shows most alike
     * @throws DataException when the file is damaged or no font
     */
    static Optional<byte[][]> read(String name, byte[] content) {
        requireTables(name, content);
        try (TrueTypeFont font = parse(content)) {
            return glyphs(font);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new DataException(name + ": damaged font: " + e.getMessage(), e);
        }
    }

    private static void requireTables(String name, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < HEADER) {
            throw new DataException(name + ": the file ends within its header");
        }
        int kind = bytes.getInt(0);
        if (kind != TRUE_TYPE && kind != APPLE_TRUE_TYPE && kind != OPEN_TYPE) {
            throw new DataException(String.format("%s: begins with 0x%08X: no TrueType or OpenType font", name, kind));
        }
        int tables = bytes.getShort(4) & 0xFFFF;
        for (int i = 0; i < tables; i++) {
            int at = HEADER + RECORD * i;
            if (at + RECORD > content.length) {
                throw new DataException(name + ": the file ends within the list of its " + tables + " tables");
            }
            long offset = bytes.getInt(at + 8) & 0xFFFFFFFFL;
            long length = bytes.getInt(at + 12) & 0xFFFFFFFFL;
            if (offset + length > content.length) {
                throw new DataException(name + ", byte " + (at + 8) + ": table " + i + " of " + length + " bytes from "
                        + offset + " on goes beyond the file's " + content.length);
            }
        }
    }

    private static TrueTypeFont parse(byte[] content) throws IOException {
        boolean openType = ByteBuffer.wrap(content).getInt(0) == OPEN_TYPE;
        TTFParser parser = openType ? new OTFParser() : new TTFParser();
        return parser.parse(new RandomAccessReadBuffer(content));
    }

    private static Optional<byte[][]> glyphs(TrueTypeFont font) throws IOException {
        CmapLookup codes = font.getUnicodeCmapLookup(false);
        int unitsPerEm = font.getUnitsPerEm();
        if (codes == null || unitsPerEm < 1) {
            return Optional.empty();
        }
        byte[][] glyphs = new byte[CharacterClasses.COUNT][];
        Set<Integer> different = new HashSet<>();
        for (int i = 0; i < glyphs.length; i++) {
            int glyph = codes.getGlyphId(CharacterClasses.character(i));
            Path2D outline = glyph == 0 ? new Path2D.Float() : outline(font, glyph);
            if (outline.getBounds2D().isEmpty()) {
                return Optional.empty();
            }
            glyphs[i] = GlyphRaster.draw(outline, EM / unitsPerEm);
            different.add(Arrays.hashCode(glyphs[i]));
        }
        return different.size() < FEWEST_GLYPHS ? Optional.empty() : Optional.of(glyphs);
    }

    private static Path2D outline(TrueTypeFont font, int glyph) throws IOException {
        if (font instanceof OpenTypeFont openType && openType.isPostScript()) {
            return openType.getCFF().getFont().getType2CharString(glyph).getPath();
        }
        var data = font.getGlyph().getGlyph(glyph);
        return data == null ? new Path2D.Float() : data.getPath();
    }

    /** Writes a glyph as an image. */
    static void copy(byte[] glyph, float[] pixels) {
        for (int i = 0; i < Canvas.PIXELS; i++) {
            pixels[i] = (glyph[i] & 0xFF) / 255f;
        }
    }
}
