package org.rectify.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG, without temporary files. */
public final class Png {

    private Png() {}

    /** Writes a picture; leaves the stream open. */
    public static void write(BufferedImage picture, OutputStream stream) throws IOException {
        try (ImageOutputStream image = new MemoryCacheImageOutputStream(stream)) {
            ImageIO.write(picture, "png", image);
        }
    }
}
