package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws values that were measured at the same moments of training. */
final class Plot {

    static final int MOST_DOTS = 200;
    static final int STYLES = 6;

    private final String horizontal;
    private final double[] moments;
    private final OptionalInt best;

    /**
     * @param horizontal what moments are counted in: "epoch"
     * @param moments growing whole numbers, at least one
     * @param best the index of the moment whose parameters were returned
     */
    Plot(String horizontal, double[] moments, OptionalInt best) {
        this.horizontal = horizontal;
        this.moments = moments.clone();
        this.best = best;
    }

    /** Makes the vertical axis from the least and the greatest value: {@link Axis#ofValues} or {@link Axis#ofCounts}. */
    @FunctionalInterface
    interface Rows {

        Axis of(double least, double most);
    }

    /**
     * One curve before it is drawn.
     *
     * @param label of the legend
     * @param values one for each moment; gaps where they are not finite
     */
    record Series(String label, List<Double> values) {

        /** Copies the list. */
        Series {
            values = List.copyOf(values);
        }
    }

    /**
     * Draws curves.
     *
     * @param format writes a value in a description
     * @return empty if there is nothing to draw
     */
    Optional<Figure> draw(
            String id, String title, String caption, List<Series> series, Rows scale, DoubleFunction<String> format) {
        List<Series> shown = series.stream()
                .filter(each -> each.values().stream().anyMatch(Double::isFinite))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        double[] finite = shown.stream()
                .flatMap(each -> each.values().stream())
                .filter(Double::isFinite)
                .mapToDouble(value -> value)
                .toArray();
        Axis columns = Axis.ofSteps(moments[0], moments[moments.length - 1]);
        Axis rows = scale.of(
                DoubleStream.of(finite).min().orElseThrow(),
                DoubleStream.of(finite).max().orElseThrow());
        return Optional.of(new Figure(
                id,
                title + (rows.logarithmic() ? " (logarithmic)" : ""),
                caption,
                String.join(
                        " ", shown.stream().map(each -> describe(each, format)).toList()),
                horizontal,
                ticks(columns, Figure.LEFT, Figure.RIGHT),
                ticks(rows, Figure.BOTTOM, Figure.TOP),
                IntStream.range(0, shown.size())
                        .mapToObj(index -> curve(shown.get(index), index % STYLES + 1, columns, rows, format))
                        .toList(),
                best.stream()
                        .mapToObj(index -> place(columns, moments[index], Figure.LEFT, Figure.RIGHT))
                        .findFirst()));
    }

    private Figure.Curve curve(Series series, int style, Axis columns, Axis rows, DoubleFunction<String> format) {
        StringBuilder path = new StringBuilder();
        List<Figure.Dot> dots = new ArrayList<>();
        boolean drawing = false;
        for (int index = 0; index < moments.length; index++) {
            double value = series.values().get(index);
            if (!rows.shows(value)) {
                drawing = false;
                continue;
            }
            String x = place(columns, moments[index], Figure.LEFT, Figure.RIGHT);
            String y = place(rows, value, Figure.BOTTOM, Figure.TOP);
            path.append(drawing ? "L" + x + " " + y : "M" + x + " " + y + "h0"); // h0: a point alone is seen too
            drawing = true;
            if (moments.length <= MOST_DOTS) {
                dots.add(new Figure.Dot(x, y, series.label() + ", " + at(index) + ": " + format.apply(value)));
            }
        }
        return new Figure.Curve(series.label(), style, path.toString(), "", List.copyOf(dots), List.of());
    }

    /** For example "validation: 9.31 % at epoch 1, 1.60 % at epoch 60, least 1.52 % at epoch 37." */
    private String describe(Series series, DoubleFunction<String> format) {
        int[] known = IntStream.range(0, moments.length)
                .filter(index -> Double.isFinite(series.values().get(index)))
                .toArray();
        int least = IntStream.of(known)
                .reduce((a, b) -> series.values().get(b) < series.values().get(a) ? b : a)
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, least %s.",
                series.label(),
                valueAt(series, known[0], format),
                valueAt(series, known[known.length - 1], format),
                valueAt(series, least, format));
    }

    private String valueAt(Series series, int index, DoubleFunction<String> format) {
        return format.apply(series.values().get(index)) + " at " + at(index);
    }

    private String at(int index) {
        return horizontal + " " + Numbers.count(moments[index]);
    }

    static List<Figure.Tick> ticks(Axis axis, int from, int to) {
        return axis.ticks().stream()
                .map(tick -> new Figure.Tick(axis.label(tick), place(axis, tick, from, to)))
                .toList();
    }

    static String place(Axis axis, double value, int from, int to) {
        return String.format(Locale.ROOT, "%.1f", from + axis.position(value) * (to - from));
    }
}
