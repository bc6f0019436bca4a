package org.rectify.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures within a page. */
final class DataUri {

    private static final long MOST_BYTES = 16L << 20;

    private DataUri() {}

    /** A PNG picture, in shades of grey where it has no colours; empty if it cannot be read. */
    static Optional<String> png(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                return Optional.empty();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(isGrey(image) ? grey(image) : image, "png", bytes);
            return Optional.of("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isGrey(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                if ((colour & 0xFF) != (colour >> 8 & 0xFF) || (colour & 0xFF) != (colour >> 16 & 0xFF)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A third of the bytes, since three channels that agree are one; the levels are copied, not converted. */
    private static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                grey.getRaster().setSample(x, y, 0, image.getRGB(x, y) & 0xFF);
            }
        }
        return grey;
    }
}
