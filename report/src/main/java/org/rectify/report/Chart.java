package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws quantities over another, each at places of its own.
 *
 * @param id unique on the page
 * @param title what is drawn, with its unit
 * @param horizontal what runs from left to right, with its unit
 * @param caption a sentence below it
 * @param across writes a place in a description
 * @param format writes a value there
 */
record Chart(
        String id,
        String title,
        String horizontal,
        String caption,
        DoubleFunction<String> across,
        DoubleFunction<String> format) {

    /** A value with what lies around it; both ends are the value itself where nothing does. */
    record Point(double x, double y, double low, double high) {

        static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }

        boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    /** Points in the order of their places, joined to a curve or not. */
    record Series(String label, List<Point> points, boolean joined) {

        /** Keeps the points that can be drawn. */
        Series {
            points = points.stream().filter(Point::isFinite).toList();
        }
    }

    /** Makes an axis from the least and the greatest value. */
    @FunctionalInterface
    interface Scale {

        Axis of(double least, double most);
    }

    /** Draws what has points; empty if nothing has. */
    Optional<Figure> draw(List<Series> series, Scale across, Scale up) {
        List<Series> shown =
                series.stream().filter(each -> !each.points().isEmpty()).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Point> all = shown.stream().flatMap(each -> each.points().stream()).toList();
        Axis columns = axis(across, all.stream().mapToDouble(Point::x));
        Axis rows = axis(up, all.stream().flatMapToDouble(point -> DoubleStream.of(point.low(), point.high())));
        return Optional.of(new Figure(
                id,
                title + (rows.logarithmic() ? " (logarithmic)" : ""),
                caption,
                shown.stream().map(this::describe).collect(Collectors.joining(" ")),
                horizontal + (columns.logarithmic() ? " (logarithmic)" : ""),
                Plot.ticks(columns, Figure.LEFT, Figure.RIGHT),
                Plot.ticks(rows, Figure.BOTTOM, Figure.TOP),
                IntStream.range(0, shown.size())
                        .mapToObj(index -> curve(shown.get(index), index % Plot.STYLES + 1, columns, rows))
                        .toList(),
                Optional.empty()));
    }

    private static Axis axis(Scale scale, DoubleStream values) {
        double[] kept = values.filter(Double::isFinite).toArray();
        return scale.of(
                DoubleStream.of(kept).min().orElseThrow(),
                DoubleStream.of(kept).max().orElseThrow());
    }

    private Figure.Curve curve(Series series, int style, Axis columns, Axis rows) {
        List<String> line = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<Figure.Dot> dots = new ArrayList<>();
        boolean around = false;
        for (Point point : series.points()) {
            String x = Plot.place(columns, point.x(), Figure.LEFT, Figure.RIGHT);
            String y = Plot.place(rows, point.y(), Figure.BOTTOM, Figure.TOP);
            line.add(x + " " + y);
            upper.add(x + " " + Plot.place(rows, point.high(), Figure.BOTTOM, Figure.TOP));
            lower.add(0, x + " " + Plot.place(rows, point.low(), Figure.BOTTOM, Figure.TOP));
            around |= point.high() > point.low();
            if (series.points().size() <= Plot.MOST_DOTS || !series.joined()) {
                dots.add(new Figure.Dot(x, y, series.label() + ", " + at(point) + ": " + format.apply(point.y())));
            }
        }
        return new Figure.Curve(
                series.label(),
                style,
                series.joined() ? "M" + String.join("L", line) + (line.size() == 1 ? "h0" : "") : "",
                around ? "M" + String.join("L", upper) + "L" + String.join("L", lower) + "Z" : "",
                dots,
                series.points());
    }

    private String at(Point point) {
        return horizontal + " " + across.apply(point.x());
    }

    private String describe(Series series) {
        Point first = series.points().get(0);
        Point last = series.points().get(series.points().size() - 1);
        String ends = format.apply(first.y()) + " at " + at(first) + ", " + format.apply(last.y()) + " at " + at(last);
        return series.joined()
                ? series.label() + ": " + ends + "."
                : series.label() + ": " + Numbers.count(series.points().size()) + " points, " + ends + ".";
    }
}
