package org.rectify.dataset.norb.render;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;

/**
 * A wall behind the toys that both cameras see: a slope of grey, grain of several sizes, and flat clutter.
 *
 * <p>Not safe for use by several threads: it keeps the wall it painted last.
 */
final class ClutteredWall {

    private static final int HEIGHT = Camera.SIDE;
    private static final int MARGIN = 6;
    private static final int WIDTH = Camera.SIDE + 2 * MARGIN;
    private static final int[] GRAIN = {40, 20, 10, 5};

    private final float[] wall = new float[WIDTH * HEIGHT];
    private final float[] lattice = new float[(WIDTH / 5 + 2) * (HEIGHT / 5 + 2)];
    private final float[] line = new float[WIDTH / 5 + 2];
    private double behind;

    /** Paints an even wall of one grey, from 0 to 255. */
    void paintPlain(double grey) {
        behind = 0;
        Arrays.fill(wall, (float) grey);
    }

    /** Paints a wall, the stream alone deciding how. */
    void paint(RandomStream random) {
        behind = random.nextDouble(.5, 2.5);
        slope(random);
        double roughness = random.nextDouble(4, 28);
        for (int size : GRAIN) {
            grain(size, roughness * random.nextDouble(.3, 1), random);
        }
        int pieces = 2 + random.nextInt(6);
        for (int piece = 0; piece < pieces; piece++) {
            clutter(random);
        }
    }

    /** Copies what a camera sees of the wall. */
    void copyTo(Camera camera, float[] greys) {
        int shift = (int) Math.rint(camera.shift(behind));
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(wall, y * WIDTH + MARGIN - shift, greys, y * Camera.SIDE, Camera.SIDE);
        }
    }

    private void slope(RandomStream random) {
        double grey = random.nextDouble(40, 190);
        double across = random.nextDouble(-40, 40) / WIDTH;
        double down = random.nextDouble(-40, 40) / HEIGHT;
        for (int y = 0, at = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++, at++) {
                wall[at] = (float) (grey + across * (x - WIDTH / 2) + down * (y - HEIGHT / 2));
            }
        }
    }

    /** Adds greys drawn for each crossing of a lattice, blended between them. */
    private void grain(int size, double height, RandomStream random) {
        int columns = WIDTH / size + 2;
        int rows = HEIGHT / size + 2;
        for (int i = 0; i < columns * rows; i++) {
            lattice[i] = (float) height * (2 * random.nextFloat() - 1);
        }
        for (int y = 0, at = 0; y < HEIGHT; y++) {
            int row = y / size * columns;
            float down = (y % size) / (float) size;
            for (int column = 0; column < columns; column++) {
                line[column] = lattice[row + column] * (1 - down) + lattice[row + columns + column] * down;
            }
            for (int column = 0; column * size < WIDTH; column++) {
                float step = (line[column + 1] - line[column]) / size;
                float grey = line[column];
                int end = y * WIDTH + Math.min(WIDTH, (column + 1) * size);
                for (; at < end; at++, grey += step) {
                    wall[at] += grey;
                }
            }
        }
    }

    /** An ellipse, a rectangle or a striped rectangle somewhere on the wall. */
    private void clutter(RandomStream random) {
        double x = random.nextDouble(0, WIDTH);
        double y = random.nextDouble(0, HEIGHT);
        double angle = random.nextDouble(0, Math.PI);
        double length = random.nextDouble(5, 38);
        double breadth = random.nextDouble(2, 20);
        boolean round = random.nextInt(3) == 0;
        boolean striped = random.nextInt(3) == 0;
        double period = random.nextDouble(4, 12);
        float grey = (float) random.nextDouble(0, 255);
        float cover = (float) random.nextDouble(.3, .9);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reach = Math.sqrt(length * length + breadth * breadth);
        int right = (int) Math.min(WIDTH - 1, x + reach);
        int bottom = (int) Math.min(HEIGHT - 1, y + reach);
        for (int row = (int) Math.max(0, y - reach); row <= bottom; row++) {
            for (int column = (int) Math.max(0, x - reach); column <= right; column++) {
                double along = ((column - x) * cos + (row - y) * sin) / length;
                double across = ((row - y) * cos - (column - x) * sin) / breadth;
                boolean inside =
                        round ? along * along + across * across < 1 : Math.abs(along) < 1 && Math.abs(across) < 1;
                if (inside && (!striped || ((int) ((along + 1) * length / period) & 1) == 0)) {
                    int at = row * WIDTH + column;
                    wall[at] += cover * (grey - wall[at]);
                }
            }
        }
    }
}
