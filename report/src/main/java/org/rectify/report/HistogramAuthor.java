package org.rectify.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;

/** Draws what a hidden layer puts out: exact zeros in a bar of their own, all others in bins. */
final class HistogramAuthor {

    /** Exact zeros that outnumber the fullest bin more often than so have their bar cut, for the bins to be seen. */
    private static final double CUT_FROM = 2;

    private static final double MARGIN = 0.03;
    private static final double ZEROS_WIDTH = 4;
    private static final double LEAST_WIDTH = 1.5;
    private static final double GAP = 0.6;

    private final String id;
    private final int layer;
    private final int examples;
    private final ActivationHistogram histogram;
    private final Axis columns;
    private final Axis rows;

    private HistogramAuthor(String id, int layer, int examples, ActivationHistogram histogram) {
        this.id = id;
        this.layer = layer;
        this.examples = examples;
        this.histogram = histogram;
        this.columns = columns(histogram);
        this.rows = Axis.ofShares(0, 100 * highestShare(histogram));
    }

    /** A drawing for each hidden layer from the first; none where nothing was recorded. */
    static List<DrawnHistogram> draw(String id, Optional<ActivationHistograms> activations) {
        return activations.stream()
                .flatMap(recorded -> IntStream.range(0, recorded.layers().size())
                        .mapToObj(layer -> new HistogramAuthor(
                                        id + "-" + (layer + 1),
                                        layer + 1,
                                        recorded.examples(),
                                        recorded.layers().get(layer))
                                .draw()))
                .toList();
    }

    /** Zero is always on it, with some room to either side. */
    private static Axis columns(ActivationHistogram histogram) {
        if (histogram.counts().isEmpty()) {
            return Axis.between(-1, 1);
        }
        double low = Math.min(0, histogram.lowest());
        double high = Math.max(0, histogram.highest());
        double margin = MARGIN * (high - low);
        return Axis.between(low - margin, high + margin);
    }

    private static double highestShare(ActivationHistogram histogram) {
        double fullest = share(histogram, fullest(histogram));
        return fullest == 0 || histogram.sparsity() <= CUT_FROM * fullest
                ? Math.max(fullest, histogram.sparsity())
                : fullest;
    }

    private static int fullest(ActivationHistogram histogram) {
        return IntStream.range(0, histogram.counts().size())
                .reduce((a, b) -> histogram.counts().get(b) > histogram.counts().get(a) ? b : a)
                .orElse(-1);
    }

    private static double share(ActivationHistogram histogram, int bin) {
        return bin < 0 ? 0 : (double) histogram.counts().get(bin) / histogram.outputs();
    }

    private DrawnHistogram draw() {
        return new DrawnHistogram(
                id,
                "Layer " + layer + ": share of the outputs, %",
                String.format(
                        Locale.ROOT,
                        "Layer %d: %s outputs for %s validation examples.",
                        layer,
                        Numbers.count(histogram.outputs()),
                        Numbers.count(examples)),
                describe(),
                Plot.ticks(columns, DrawnHistogram.LEFT, DrawnHistogram.RIGHT),
                Plot.ticks(rows, DrawnHistogram.BOTTOM, DrawnHistogram.TOP),
                IntStream.range(0, histogram.counts().size())
                        .filter(bin -> histogram.counts().get(bin) > 0)
                        .mapToObj(this::bar)
                        .toList(),
                zeros());
    }

    private DrawnHistogram.Bar bar(int bin) {
        double from = across(histogram.edge(bin));
        double width = Math.max(LEAST_WIDTH, across(histogram.edge(bin + 1)) - from - GAP);
        return bar(from + GAP / 2, width, share(histogram, bin), between(bin) + ": " + percent(bin));
    }

    private DrawnHistogram.Bar bar(double x, double width, double share, String text) {
        double top = up(share);
        return new DrawnHistogram.Bar(place(x), place(top), place(width), place(DrawnHistogram.BOTTOM - top), text);
    }

    private DrawnHistogram.Zeros zeros() {
        double x = across(0);
        double position = columns.position(0);
        String anchor = position < 0.3 ? "start" : position > 0.7 ? "end" : "middle";
        double left = x - ZEROS_WIDTH / 2;
        String label = "exactly 0: " + (histogram.zeros() == 0 ? "none" : Numbers.percent(histogram.sparsity()));
        boolean cut = 100 * histogram.sparsity() > rows.high();
        String edges = String.format(
                Locale.ROOT,
                "M%1$.1f %2$dl%4$.1f -3M%1$.1f %3$dl%4$.1f -3",
                left - 1,
                DrawnHistogram.TOP + 18,
                DrawnHistogram.TOP + 22,
                ZEROS_WIDTH + 2);
        return new DrawnHistogram.Zeros(
                label,
                place("start".equals(anchor) ? left : "end".equals(anchor) ? left + ZEROS_WIDTH : x),
                anchor,
                Optional.of(bar(left, ZEROS_WIDTH, histogram.sparsity(), label)).filter(bar -> histogram.zeros() > 0),
                cut ? edges : "");
    }

    private String describe() {
        String zeros = String.format(
                Locale.ROOT,
                "%s of %s outputs, %s, are exactly 0.",
                histogram.zeros() == 0 ? "None" : Numbers.count(histogram.zeros()),
                Numbers.count(histogram.outputs()),
                Numbers.percent(histogram.sparsity()));
        int fullest = fullest(histogram);
        return fullest < 0
                ? zeros
                : zeros + " The others lie between " + Numbers.brief(histogram.lowest()) + " and "
                        + Numbers.brief(histogram.highest()) + "; the fullest bin, " + between(fullest) + ", holds "
                        + percent(fullest) + ".";
    }

    private String between(int bin) {
        return Numbers.brief(histogram.edge(bin)) + " to " + Numbers.brief(histogram.edge(bin + 1));
    }

    private String percent(int bin) {
        return Numbers.percent(share(histogram, bin));
    }

    private double across(double output) {
        return DrawnHistogram.LEFT + columns.position(output) * (DrawnHistogram.RIGHT - DrawnHistogram.LEFT);
    }

    private double up(double share) {
        double position = Math.min(1, rows.position(100 * share));
        return DrawnHistogram.BOTTOM + position * (DrawnHistogram.TOP - DrawnHistogram.BOTTOM);
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
