package org.rectify.dataset.nistp.source;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Fills outlines by the non-zero winding rule: eight lines a pixel down, exact along each.
 *
 * <p>Own arithmetic, so that a glyph is the same on every machine and needs no display.
 */
final class GlyphRaster {

    private static final int LINES = 8;
    private static final double FLATNESS = 0.05;
    private static final double LARGEST = 30;
    private static final int MOST_EDGES = 20_000;

    /**
     * An edge from top to bottom.
     *
     * @param winding 1 where it was drawn downward, -1 where upward
     */
    private record Edge(double top, double bottom, double xAtTop, double slope, int winding) {

        double xAt(double y) {
            return xAtTop + (y - top) * slope;
        }
    }

    /** Where an edge crosses a line. */
    private record Crossing(double x, int winding) {}

    private final float[] ink = new float[Canvas.PIXELS];

    private GlyphRaster() {}

    /**
     * Draws an outline in the middle of the image.
     *
     * @param outline y growing upward
     * @param scale pixels for a unit of the outline; smaller where it would not fit
     * @return 32 x 32 bytes, background 0, ink 255
     * @throws IllegalArgumentException when it has no extent, or too many edges
     */
    static byte[] draw(Path2D outline, double scale) {
        Rectangle2D box = outline.getBounds2D();
        double extent = Math.max(box.getWidth(), box.getHeight());
        if (!(extent > 0 && extent < 1e6)) {
            throw new IllegalArgumentException("an outline of extent " + extent);
        }
        double used = Math.min(scale, LARGEST / extent);
        AffineTransform placed = AffineTransform.getTranslateInstance(Canvas.SIDE / 2.0, Canvas.SIDE / 2.0);
        placed.scale(used, -used);
        placed.translate(-box.getCenterX(), -box.getCenterY());
        return new GlyphRaster().filled(edges(outline.getPathIterator(placed, FLATNESS)));
    }

    private static List<Edge> edges(PathIterator path) {
        List<Edge> edges = new ArrayList<>();
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            boolean moves = kind == PathIterator.SEG_MOVETO;
            boolean returns = moves || kind == PathIterator.SEG_CLOSE;
            addEdge(edges, x, y, returns ? startX : point[0], returns ? startY : point[1]);
            x = kind == PathIterator.SEG_CLOSE ? startX : point[0];
            y = kind == PathIterator.SEG_CLOSE ? startY : point[1];
            startX = moves ? x : startX;
            startY = moves ? y : startY;
        }
        addEdge(edges, x, y, startX, startY);
        return edges;
    }

    private static void addEdge(List<Edge> edges, double x0, double y0, double x1, double y1) {
        if (edges.size() == MOST_EDGES) {
            throw new IllegalArgumentException("more than " + MOST_EDGES + " edges");
        }
        if (y0 < y1) {
            edges.add(new Edge(y0, y1, x0, (x1 - x0) / (y1 - y0), 1));
        } else if (y1 < y0) {
            edges.add(new Edge(y1, y0, x1, (x0 - x1) / (y0 - y1), -1));
        }
    }

    private byte[] filled(List<Edge> edges) {
        List<Crossing> crossings = new ArrayList<>();
        for (int line = 0; line < Canvas.SIDE * LINES; line++) {
            double y = (line + 0.5) / LINES;
            crossings.clear();
            for (Edge edge : edges) {
                if (edge.top() <= y && y < edge.bottom()) {
                    crossings.add(new Crossing(edge.xAt(y), edge.winding()));
                }
            }
            crossings.sort((one, other) -> Double.compare(one.x(), other.x()));
            int winding = 0;
            for (int i = 0; i + 1 < crossings.size(); i++) {
                winding += crossings.get(i).winding();
                if (winding != 0) {
                    addSpan(
                            line / LINES,
                            crossings.get(i).x(),
                            crossings.get(i + 1).x());
                }
            }
        }
        byte[] bytes = new byte[Canvas.PIXELS];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * Math.min(1, ink[i]));
        }
        return bytes;
    }

    private void addSpan(int row, double from, double to) {
        double right = Math.min(to, Canvas.SIDE);
        for (int column = Math.max(0, (int) Math.floor(from)); column < right; column++) {
            double covered = Math.min(right, column + 1) - Math.max(from, column);
            ink[row * Canvas.SIDE + column] += (float) (covered / LINES);
        }
    }
}
