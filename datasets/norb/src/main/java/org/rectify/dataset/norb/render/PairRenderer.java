package org.rectify.dataset.norb.render;

import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.norb.image.Reduction;

/**
 * Renders the examples of a split, each from its number alone: two pictures of 108 x 108 pixels, then 32 x 32.
 *
 * <p>Not safe for use by several threads: it keeps the pair it rendered last. Two renderers of the same streams give the same.
 */
final class PairRenderer {

    /** Pixels of a side of a reduced picture. */
    static final int SIDE = 32;

    /** Bytes of an example: both cameras' reduced pictures, left then right. */
    static final int BYTES = 2 * SIDE * SIDE;

    private static final double MIDDLE_GREY = 127.5;

    private final RandomStreams streams;
    private final String split;
    private final Toys toys;
    private final boolean clutter;
    private final ClutteredWall background = new ClutteredWall();
    private final ToyPainter painter = new ToyPainter();
    private final Raster left = new Raster();
    private final Raster right = new Raster();
    private final Reduction reduction = Reduction.area(Camera.SIDE, SIDE);
    private final byte[] leftPicture = new byte[Camera.SIDE * Camera.SIDE];
    private final byte[] rightPicture = new byte[Camera.SIDE * Camera.SIDE];

    /**
     * @param split names the streams of its examples
     * @param toys of the split
     * @param clutter whether there are textures behind the toy and another toy at the edge
     */
    PairRenderer(RandomStreams streams, String split, Toys toys, boolean clutter) {
        this.streams = streams;
        this.split = split;
        this.toys = toys;
        this.clutter = clutter;
    }

    /** Renders an example and writes its reduced pictures, {@link #BYTES} bytes. */
    void render(int index, byte[] target, int offset) {
        render(index);
        reduction.reduce(leftPicture, 0, target, offset);
        reduction.reduce(rightPicture, 0, target, offset + SIDE * SIDE);
    }

    /** Renders an example; {@link #picture} then shows it as it is before the reduction. */
    void render(int index) {
        RandomStream random = streams.stream(split, index);
        Scene scene = Example.scene(index, toys, clutter, random);
        if (clutter) {
            background.paint(random);
        } else {
            background.paintPlain(random.nextDouble(60, 160));
        }
        background.copyTo(Camera.LEFT, left.greys());
        background.copyTo(Camera.RIGHT, right.greys());
        painter.draw(scene, left, right);
        expose(left, scene, leftPicture);
        expose(right, scene, rightPicture);
    }

    /** What a camera saw of the latest example: 108 x 108 bytes, row by row, overwritten by the next example. */
    byte[] picture(Camera camera) {
        return camera == Camera.LEFT ? leftPicture : rightPicture;
    }

    private static void expose(Raster raster, Scene scene, byte[] picture) {
        float[] greys = raster.greys();
        float contrast = (float) scene.contrast();
        float shift = (float) (MIDDLE_GREY * (1 - scene.contrast()) + scene.brightness()) + .5f;
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (int) Math.max(0, Math.min(255, greys[i] * contrast + shift));
        }
    }
}
