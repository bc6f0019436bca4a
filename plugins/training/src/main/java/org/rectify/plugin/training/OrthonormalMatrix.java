package org.rectify.plugin.training;

import org.rectify.api.random.RandomStream;

/**
 * Random matrices of orthonormal columns, or rows where there are fewer of them, each such matrix as likely as any other.
 *
 * <p>They are the Q of the QR decomposition of a Gaussian matrix, R's diagonal being positive. R itself is not computed: what a
 * reflection leaves of the columns to come is Gaussian again, so that the vectors of all reflections can be drawn at once
 * (Stewart, The Efficient Generation of Random Orthogonal Matrices, 1980).
 */
final class OrthonormalMatrix {

    private OrthonormalMatrix() {}

    /** Draws a matrix; its elements row after row. */
    static double[] draw(int rows, int columns, RandomStream random) {
        return rows >= columns ? drawTall(rows, columns, random) : transpose(drawTall(columns, rows, random), rows);
    }

    /** Multiplies the first columns of the identity by all reflections, the one of the last column first. */
    private static double[] drawTall(int rows, int columns, RandomStream random) {
        double[] matrix = new double[Math.multiplyExact(rows, columns)];
        double[] vector = new double[rows];
        double[] products = new double[columns];
        for (int first = columns - 1; first >= 0; first--) {
            double square = 0;
            for (int row = first; row < rows; row++) {
                vector[row] = random.nextGaussian();
                square += vector[row] * vector[row];
            }
            double sign = Math.copySign(1, vector[first]);
            double norm = Math.sqrt(square);
            // Reflected, the vector would give R the diagonal element -sign * norm.
            matrix[first * columns + first] = -sign;
            vector[first] += sign * norm;
            reflect(matrix, columns, first, vector, norm * Math.abs(vector[first]), products);
        }
        return matrix;
    }

    /**
     * Reflects all rows and columns from the first one.
     *
     * @param vector normal to the mirror
     * @param halfSquare half the squared norm of the vector
     * @param products overwritten
     */
    private static void reflect(
            double[] matrix, int columns, int first, double[] vector, double halfSquare, double[] products) {
        int width = columns - first;
        for (int column = 0; column < width; column++) {
            products[column] = 0;
        }
        for (int row = first; row < vector.length; row++) {
            add(vector[row], matrix, row * columns + first, products, 0, width);
        }
        for (int row = first; row < vector.length; row++) {
            add(-vector[row] / halfSquare, products, 0, matrix, row * columns + first, width);
        }
    }

    private static void add(double factor, double[] from, int fromStart, double[] to, int toStart, int length) {
        for (int i = 0; i < length; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }

    private static double[] transpose(double[] matrix, int columns) {
        int rows = matrix.length / columns;
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            transposed[i % columns * rows + i / columns] = matrix[i];
        }
        return transposed;
    }
}
