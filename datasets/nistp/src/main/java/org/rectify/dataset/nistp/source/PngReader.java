package org.rectify.dataset.nistp.source;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Reads a character of SD19: a PNG of 128 x 128 pixels, black ink on white (item 53a).
 *
 * <p>A file is not trusted: before anything is decoded, its chunks must be whole, their checksums right, and its size the one
 * expected. Every defect is a {@link DataException} that names the file and the byte.
 */
final class PngReader {

    private static final int SCANNED_SIDE = 128;
    private static final int CELL = SCANNED_SIDE / Canvas.SIDE;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_FRAME = 12;
    private static final int HEADER_LENGTH = 13;

    private PngReader() {}

    /**
     * Reads one image, each pixel the mean of 4 x 4.
     *
     * @param content of the file
     * @param target overwritten from {@code offset} for 32 x 32 elements: background 0, ink 255
     * @throws DataException when the file is damaged or of another kind
     */
    static void read(Path file, byte[] content, byte[] target, int offset) {
        requireWhole(file, content);
        BufferedImage image = decoded(file, content);
        for (int row = 0; row < Canvas.SIDE; row++) {
            for (int column = 0; column < Canvas.SIDE; column++) {
                target[offset + row * Canvas.SIDE + column] = (byte) Math.round(255 * ink(image, row, column));
            }
        }
    }

    private static void requireWhole(Path file, byte[] content) {
        if (content.length < SIGNATURE.length || !Arrays.equals(Arrays.copyOf(content, SIGNATURE.length), SIGNATURE)) {
            throw DataException.at(file, 0, "no PNG file");
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int at = SIGNATURE.length;
        String kind = "";
        while (!kind.equals("IEND")) {
            if (at + CHUNK_FRAME > content.length) {
                throw DataException.at(file, content.length, "the file ends before its last chunk, IEND");
            }
            long length = bytes.getInt(at) & 0xFFFFFFFFL;
            if (length > content.length - at - CHUNK_FRAME) {
                throw DataException.at(file, at, "a chunk of " + length + " bytes goes beyond the file's end");
            }
            kind = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            int end = at + 8 + (int) length;
            CRC32 sum = new CRC32();
            sum.update(content, at + 4, end - at - 4);
            if ((int) sum.getValue() != bytes.getInt(end)) {
                throw DataException.at(file, at, "chunk " + kind + " does not have its checksum");
            }
            if (at == SIGNATURE.length) {
                requireHeader(file, bytes, at, kind, length);
            }
            at = end + 4;
        }
    }

    private static void requireHeader(Path file, ByteBuffer bytes, int at, String kind, long length) {
        if (!kind.equals("IHDR") || length != HEADER_LENGTH) {
            throw DataException.at(file, at, "begins with a chunk " + kind + " instead of its header");
        }
        long width = bytes.getInt(at + 8) & 0xFFFFFFFFL;
        long height = bytes.getInt(at + 12) & 0xFFFFFFFFL;
        if (width != SCANNED_SIDE || height != SCANNED_SIDE) {
            throw DataException.at(file, at + 8, width + " x " + height + " pixels, must be 128 x 128");
        }
    }

    private static BufferedImage decoded(Path file, byte[] content) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            throw new DataException(file + ": damaged PNG: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** The mean ink of one cell, from 0 to 1. */
    private static double ink(BufferedImage image, int row, int column) {
        double light = 0;
        for (int y = row * CELL; y < (row + 1) * CELL; y++) {
            for (int x = column * CELL; x < (column + 1) * CELL; x++) {
                light += light(image, x, y);
            }
        }
        return 1 - light / (CELL * CELL);
    }

    /** The first band as it is stored; of palettes, red. The files are grey, so that nothing is lost. */
    private static double light(BufferedImage image, int x, int y) {
        int sample = image.getRaster().getSample(x, y, 0);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return palette.getRed(sample) / 255.0;
        }
        return sample / (double) ((1 << image.getSampleModel().getSampleSize(0)) - 1);
    }
}
