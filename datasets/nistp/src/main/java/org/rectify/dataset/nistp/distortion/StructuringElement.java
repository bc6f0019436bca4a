package org.rectify.dataset.nistp.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rectify.dataset.nistp.image.Canvas;

/** A set of neighbours for grey morphology, from small to large. */
final class StructuringElement {

    /** In the order of section 11.3, which goes on with 2 x 4 and 4 x 2; thickness reaches the first nine. */
    static final List<StructuringElement> ALL = List.of(
            of("##"),
            of("#", "#"),
            of("##", "##"),
            of(".#.", "###", ".#."),
            of("###", "###"),
            of("##", "##", "##"),
            of("###", "###", "###"),
            of("####", "####", "####"),
            of("###", "###", "###", "###"),
            of("..#..", ".###.", "#####", ".###.", "..#.."));

    private final int[] columns;
    private final int[] rows;

    private StructuringElement(int[] columns, int[] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** The centre of an element of even size is right of, or below, its middle. */
    private static StructuringElement of(String... picture) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < picture.length; row++) {
            for (int column = 0; column < picture[row].length(); column++) {
                if (picture[row].charAt(column) == '#') {
                    columns.add(column - picture[row].length() / 2);
                    rows.add(row - picture.length / 2);
                }
            }
        }
        return new StructuringElement(array(columns), array(rows));
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Number of neighbours. */
    int size() {
        return rows.length;
    }

    /** Horizontal distance of a neighbour. */
    int column(int neighbour) {
        return columns[neighbour];
    }

    /** Vertical distance of a neighbour. */
    int row(int neighbour) {
        return rows[neighbour];
    }

    /**
     * Writes the smallest of each pixel's neighbours; outside lies background.
     *
     * @param target may be the source
     */
    void erode(Canvas canvas, float[] source, float[] target) {
        float[] bordered = canvas.bordered(source);
        Arrays.fill(target, Float.POSITIVE_INFINITY);
        for (int neighbour = 0; neighbour < rows.length; neighbour++) {
            for (int row = 0; row < Canvas.SIDE; row++) {
                int from = place(row + rows[neighbour], columns[neighbour]);
                int to = row * Canvas.SIDE;
                for (int column = 0; column < Canvas.SIDE; column++) {
                    target[to + column] = Math.min(target[to + column], bordered[from + column]);
                }
            }
        }
    }

    /**
     * Writes the largest of each pixel's neighbours in the mirrored element; outside lies background.
     *
     * @param target may be the source
     */
    void dilate(Canvas canvas, float[] source, float[] target) {
        float[] bordered = canvas.bordered(source);
        Arrays.fill(target, Float.NEGATIVE_INFINITY);
        for (int neighbour = 0; neighbour < rows.length; neighbour++) {
            for (int row = 0; row < Canvas.SIDE; row++) {
                int from = place(row - rows[neighbour], -columns[neighbour]);
                int to = row * Canvas.SIDE;
                for (int column = 0; column < Canvas.SIDE; column++) {
                    target[to + column] = Math.max(target[to + column], bordered[from + column]);
                }
            }
        }
    }

    private static int place(int row, int column) {
        return (row + Canvas.BORDER) * Canvas.BORDERED_SIDE + Canvas.BORDER + column;
    }
}
