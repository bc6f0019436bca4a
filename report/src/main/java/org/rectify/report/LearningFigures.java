package org.rectify.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.record.PretrainingCourse;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.training.EpochReport;
import org.rectify.report.Chart.Point;
import org.rectify.report.Chart.Series;

/** How arms learned, those of one data set side by side, and how layers were pre-trained. */
final class LearningFigures {

    private static final int MOST_ARMS = 24;

    private LearningFigures() {}

    /** Validation error by epoch, at most six arms in a figure. */
    static List<Figure> of(List<Setting> arms) {
        List<Figure> figures = new ArrayList<>();
        Map<String, List<Setting>> datasets =
                arms.stream().collect(Collectors.groupingBy(Setting::dataset, LinkedHashMap::new, Collectors.toList()));
        datasets.forEach((dataset, ofDataset) -> {
            int shown = Math.min(ofDataset.size(), MOST_ARMS);
            for (int from = 0; from < shown; from += Plot.STYLES) {
                List<Setting> some = ofDataset.subList(from, Math.min(from + Plot.STYLES, shown));
                String left = shown < ofDataset.size()
                        ? " The first " + shown + " of " + ofDataset.size() + " settings."
                        : "";
                new Chart(
                                "learning-" + figures.size(),
                                "Validation error on " + dataset + ", %",
                                "epoch",
                                "Mean over runs, and the band from the least to the greatest." + left,
                                Numbers::count,
                                value -> Numbers.percent(value / 100))
                        .draw(some.stream().map(LearningFigures::curve).toList(), Axis::ofSteps, Axis::ofValues)
                        .ifPresent(figures::add);
            }
        });
        return figures;
    }

    /** Epochs that every run of the arm has. */
    private static Series curve(Setting arm) {
        List<SortedMap<Integer, Double>> courses = arm.runs().stream()
                .map(LearningFigures::course)
                .filter(course -> !course.isEmpty())
                .toList();
        int last = courses.stream().mapToInt(SortedMap::lastKey).min().orElse(0);
        List<Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= last; epoch++) {
            int now = epoch;
            double[] values = courses.stream()
                    .mapToDouble(course -> 100 * course.getOrDefault(now, Double.NaN))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                double mean = IntStream.range(0, values.length)
                        .mapToDouble(run -> values[run])
                        .average()
                        .orElseThrow();
                points.add(new Point(epoch, mean, values[0], values[values.length - 1]));
            }
        }
        return new Series(arm.name(), points, true);
    }

    /** The last check of each epoch. */
    private static SortedMap<Integer, Double> course(RecordedRun run) {
        SortedMap<Integer, Double> course = new TreeMap<>();
        for (EpochReport check : run.checks()) {
            MetricValue error = check.validation().get(Setting.ERROR_RATE);
            if (check.epoch() > 0 && error != null && Double.isFinite(error.value())) {
                course.put(check.epoch(), error.value());
            }
        }
        return course;
    }

    /** Held-out reconstruction cost by epoch, each layer at the rate that was chosen for it (item 46). */
    static List<Figure> pretraining(String id, PretrainingCourse course) {
        List<Series> layers = course.chosen().stream()
                .map(choice -> new Series(
                        "layer " + (choice.layer() + 1) + ", rate " + Numbers.plain(choice.learningRate()),
                        course.chosenEpochs(choice.layer()).stream()
                                .filter(epoch -> epoch.epoch() > 0)
                                .map(epoch -> Point.of(epoch.epoch(), epoch.heldOutCost()))
                                .toList(),
                        true))
                .toList();
        return new Chart(
                        id,
                        "Reconstruction cost",
                        "epoch of pre-training",
                        "Cost of rebuilding the inputs of each layer, of validation examples and summed over units, at the rate"
                                + " chosen for it.",
                        Numbers::count,
                        Numbers::significant)
                .draw(layers, Axis::ofSteps, Axis::ofValues).stream().toList();
    }
}
