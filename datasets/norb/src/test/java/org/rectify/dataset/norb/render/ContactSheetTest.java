package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStreams;

/**
 * Draws what to look at after a change of toys or renderer: {@code target/norb-rendered.png}, and {@code
 * target/norb-rendered-reduced.png} as a network sees it.
 *
 * <p>A row for each class; training and test examples by turns, seen by the left camera.
 */
class ContactSheetTest {

    private static final Path DOCUMENTED = Path.of("../../docs/images/norb-rendered.png");
    private static final int SIDE = Camera.SIDE;
    private static final int GAP = 4;
    private static final int COLUMNS = 10;

    private final RandomStreams streams = new RandomStreams(1).within("norb-rendered");
    private final PairRenderer training = new PairRenderer(streams, "train", Toys.training(), true);
    private final PairRenderer test = new PairRenderer(streams, "test", Toys.test(), true);

    @Test
    void theDocumentationShowsWhatIsRendered() throws IOException {
        Path target = Files.createDirectories(Path.of("target"));
        BufferedImage sheet = draw(false);
        ImageIO.write(sheet, "png", target.resolve("norb-rendered.png").toFile());
        ImageIO.write(
                draw(true), "png", target.resolve("norb-rendered-reduced.png").toFile());

        assertThat(pixels(ImageIO.read(DOCUMENTED.toFile())))
                .as("%s; look at target/norb-rendered.png, and copy it there if it is good", DOCUMENTED)
                .isEqualTo(pixels(sheet));
    }

    private BufferedImage draw(boolean reduced) {
        int step = SIDE + GAP;
        BufferedImage sheet =
                new BufferedImage(COLUMNS * step + GAP, ToyCategory.CLASSES * step + GAP, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = pixels(sheet);
        Arrays.fill(pixels, (byte) 255);
        for (int label = 0; label < ToyCategory.CLASSES; label++) {
            for (int column = 0; column < COLUMNS; column++) {
                PairRenderer renderer = column % 2 == 0 ? training : test;
                byte[] picture = picture(renderer, column / 2 * ToyCategory.CLASSES + label, reduced);
                int corner = (GAP + label * step) * sheet.getWidth() + GAP + column * step;
                for (int row = 0; row < SIDE; row++) {
                    System.arraycopy(picture, row * SIDE, pixels, corner + row * sheet.getWidth(), SIDE);
                }
            }
        }
        return sheet;
    }

    private static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    private static byte[] picture(PairRenderer renderer, int index, boolean reduced) {
        byte[] pair = new byte[PairRenderer.BYTES];
        renderer.render(index, pair, 0);
        return reduced ? enlarged(pair) : renderer.picture(Camera.LEFT);
    }

    private static byte[] enlarged(byte[] pair) {
        byte[] picture = new byte[SIDE * SIDE];
        for (int at = 0; at < picture.length; at++) {
            int row = at / SIDE * PairRenderer.SIDE / SIDE;
            picture[at] = pair[row * PairRenderer.SIDE + at % SIDE * PairRenderer.SIDE / SIDE];
        }
        return picture;
    }
}
