package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Moves each pixel by a smooth random field (after Simard and others, 2003).
 *
 * <p>Complexity counts in tenths; for each tenth a number of fields is drawn once, and examples choose among them.
 */
final class LocalElastic implements Distortion {

    static final int FIELDS = 50;
    private static final int TENTHS = 10;

    /** By tenth and field: horizontal displacements of all pixels, then vertical ones. */
    private final float[][][] fields;

    /**
     * @param highestComplexity for which fields are needed
     */
    LocalElastic(double highestComplexity, RandomStreams streams) {
        fields = new float[tenth(highestComplexity) + 1][FIELDS][];
        for (int tenth = 1; tenth < fields.length; tenth++) {
            for (int i = 0; i < FIELDS; i++) {
                fields[tenth][i] = field(tenth / (double) TENTHS, streams.stream("elastic/" + tenth, i));
            }
        }
    }

    private static int tenth(double complexity) {
        return (int) Math.floor(complexity * TENTHS);
    }

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int tenth = tenth(complexity);
        int choice = random.nextInt(FIELDS);
        if (tenth > 0) {
            move(canvas, fields[tenth][choice]);
        }
    }

    static void move(Canvas canvas, float[] field) {
        float[] from = canvas.pixels();
        float[] to = canvas.spare();
        for (int y = 0; y < Canvas.SIDE; y++) {
            for (int x = 0; x < Canvas.SIDE; x++) {
                int place = y * Canvas.SIDE + x;
                to[place] = Canvas.between(from, x + field[place], y + field[Canvas.PIXELS + place]);
            }
        }
        canvas.swap();
    }

    /** Uniform noise, smoothed by a normalised Gaussian window of side 1.5 sigma, times alpha. */
    static float[] field(double complexity, RandomStream random) {
        double root = StrictMath.cbrt(complexity);
        double alpha = 10 * root;
        double sigma = 10 - 7 * root;
        double[] window = window((int) Math.round(1.5 * sigma), sigma);
        int side = Canvas.SIDE + window.length - 1;
        float[] field = new float[2 * Canvas.PIXELS];
        for (int axis = 0; axis < 2; axis++) {
            double[] noise = new double[side * side];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextDouble(-alpha, alpha);
            }
            double[] smooth = smoothedRows(smoothedRows(noise, side, window), side, window);
            for (int i = 0; i < Canvas.PIXELS; i++) {
                field[axis * Canvas.PIXELS + i] = (float) smooth[i];
            }
        }
        return field;
    }

    /** Weights proportional to exp(-(r / sigma)^2), of sum 1; the window of the plane is their outer product. */
    static double[] window(int side, double sigma) {
        double[] window = new double[side];
        double sum = 0;
        for (int i = 0; i < side; i++) {
            double r = i - (side - 1) / 2.0;
            window[i] = StrictMath.exp(-r * r / (sigma * sigma));
            sum += window[i];
        }
        for (int i = 0; i < side; i++) {
            window[i] /= sum;
        }
        return window;
    }

    /** Smooths each row of an image of {@code rowLength} columns, and gives the 32 columns that remain as rows. */
    private static double[] smoothedRows(double[] image, int rowLength, double[] window) {
        int rows = image.length / rowLength;
        double[] transposed = new double[Canvas.SIDE * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < Canvas.SIDE; column++) {
                double sum = 0;
                for (int i = 0; i < window.length; i++) {
                    sum += window[i] * image[row * rowLength + column + i];
                }
                transposed[column * rows + row] = sum;
            }
        }
        return transposed;
    }
}
