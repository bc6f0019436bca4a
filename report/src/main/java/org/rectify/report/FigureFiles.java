package org.rectify.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A figure for other programs: a picture that stands by itself, and the numbers in it. */
final class FigureFiles {

    /** Above the drawing, for its title; below it, for each line of its legend. */
    static final int TITLE = 22;

    static final int LEGEND = 16;

    private FigureFiles() {}

    /** The texts of its files by the endings of their names; none for what is not drawn. */
    static Map<String, String> of(Drawing drawing) {
        if (drawing instanceof Drawing.Curves curves) {
            Figure figure = curves.figure();
            return Map.of(".svg", svg(figure), ".csv", TableFiles.csv(numbers(figure)));
        }
        return drawing instanceof Drawing.Paths paths ? Map.of(".svg", svg(paths)) : Map.of();
    }

    @SuppressWarnings("NullAway") // generated code takes null for "no interceptor"
    private static String svg(Figure figure) {
        StringOutput svg = new StringOutput();
        JtecurvesGenerated.render(new OwaspHtmlTemplateOutput(svg), null, figure);
        return svg.toString();
    }

    @SuppressWarnings("NullAway") // generated code takes null for "no interceptor"
    private static String svg(Drawing.Paths paths) {
        StringOutput svg = new StringOutput();
        JtediagramGenerated.render(new OwaspHtmlTemplateOutput(svg), null, paths);
        return svg.toString();
    }

    /** A row for each point; the columns of what lies around it only where something does. */
    private static Table numbers(Figure figure) {
        boolean around = figure.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .anyMatch(point -> point.high() > point.low());
        List<String> columns = new ArrayList<>(List.of("curve", figure.horizontal(), figure.title()));
        if (around) {
            columns.addAll(List.of("from", "to"));
        }
        List<Table.Row> rows = figure.curves().stream()
                .flatMap(curve -> curve.points().stream().map(point -> cells(curve.label(), point, around)))
                .map(cells -> new Table.Row(cells, false))
                .toList();
        return new Table(figure.id(), figure.caption(), columns, rows);
    }

    private static List<String> cells(String curve, Chart.Point point, boolean around) {
        Stream<Double> numbers =
                around ? Stream.of(point.x(), point.y(), point.low(), point.high()) : Stream.of(point.x(), point.y());
        return Stream.concat(Stream.of(curve), numbers.map(number -> String.valueOf(number.floatValue())))
                .toList();
    }
}
