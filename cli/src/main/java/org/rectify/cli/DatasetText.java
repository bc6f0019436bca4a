package org.rectify.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.DataFacts;
import org.rectify.engine.analysis.Numerals;
import org.rectify.engine.data.DatasetDescription;
import org.rectify.engine.data.InputStatistics;
import org.rectify.engine.data.SplitDescription;
import org.rectify.engine.data.TargetStatistics;

/** A description of a data set as text: what it is, a table with a column for each split, checksums. */
final class DatasetText {

    private static final int COLUMN = 13;

    private DatasetText() {}

    /** The whole text. */
    static List<String> of(DatasetDescription description) {
        DatasetInfo info = description.info();
        List<String> lines = new ArrayList<>();
        lines.add(info.name());
        lines.add("  source   " + info.source());
        lines.add("  shape    " + shape(info.shape(), info.inputs()));
        lines.add("  range    " + range(info.range()) + " is declared");
        lines.add(
                info.classes().isEmpty()
                        ? "  targets  " + info.targets().size()
                        : "  classes  " + info.classes().size());
        lines.add("");
        lines.addAll(table(description));
        if (!info.checksums().isEmpty()) {
            lines.add("");
            lines.add("  SHA-256");
            new TreeMap<>(info.checksums()).forEach((file, sum) -> lines.add("  " + sum + "  " + file));
        }
        return lines;
    }

    private static List<String> table(DatasetDescription description) {
        List<SplitDescription> splits = description.splits();
        Table table = new Table(splits);
        table.row("", SplitDescription::name);
        table.row("examples", split -> number(split.examples()));
        if (splits.stream().anyMatch(split -> split.examined() < split.examples())) {
            table.row("of these, evenly spaced", split -> String.format(Locale.ROOT, "%,d", split.examined()));
        }
        int channels = splits.stream()
                .flatMap(split -> split.inputs().stream())
                .mapToInt(inputs -> inputs.means().size())
                .max()
                .orElse(0);
        for (int i = 0; i < channels; i++) {
            int channel = i;
            table.number(
                    "mean" + channelName(i, channels), inputs -> inputs.means().get(channel));
        }
        for (int i = 0; i < channels; i++) {
            int channel = i;
            table.number(
                    "standard deviation" + channelName(i, channels),
                    inputs -> inputs.deviations().get(channel));
        }
        table.number("lowest", InputStatistics::lowest);
        table.number("highest", InputStatistics::highest);
        table.number("share that is not zero", InputStatistics::density);
        List<String> classes = description.info().classes();
        for (int i = 0; i < classes.size(); i++) {
            int label = i;
            table.row(
                    "class " + classes.get(i),
                    split -> split.classCounts().isEmpty()
                            ? ""
                            : String.format(
                                    Locale.ROOT, "%,d", split.classCounts().get(label)));
        }
        List<String> targets = description.info().targets();
        for (int i = 0; i < targets.size(); i++) {
            String name = "target " + targets.get(i);
            table.target(name + ", mean", i, TargetStatistics::mean);
            table.target(name + ", standard deviation", i, TargetStatistics::deviation);
            table.target(name + ", lowest", i, TargetStatistics::lowest);
            table.target(name + ", highest", i, TargetStatistics::highest);
        }
        return table.lines();
    }

    private static String channelName(int channel, int channels) {
        return switch (channels) {
            case 1 -> "";
            case 2 -> List.of(", left", ", right").get(channel);
            case 3 -> List.of(", red", ", green", ", blue").get(channel);
            default -> ", channel " + (channel + 1);
        };
    }

    private static String shape(List<Integer> shape, int inputs) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "))
                + (shape.size() == 1 ? " inputs" : ", " + inputs + " inputs");
    }

    /** What was found of a data set, in two lines. */
    static List<String> of(DataFacts facts) {
        String told = facts.classes().isEmpty()
                ? "numbers to be told: " + String.join(", ", facts.targets())
                : facts.classes().size() + " classes";
        return List.of(
                "  data      " + facts.name() + ": " + shape(facts.shape(), facts.inputs()) + " in "
                        + range(facts.range()) + ", " + told,
                "  examples  " + number(facts.train()) + " for training, " + number(facts.validation())
                        + " for validation, " + number(facts.test()) + " for the test"
                        + (facts.unlabelled() == 0 ? "" : ", " + number(facts.unlabelled()) + " without labels"));
    }

    private static String number(int examples) {
        return examples < 0 ? "an unknown number" : String.format(Locale.ROOT, "%,d", examples);
    }

    private static String range(OutputRange range) {
        return "[" + bound(range.lowest()) + ", " + bound(range.highest()) + "]";
    }

    private static String bound(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e6
                ? String.valueOf((int) bound)
                : String.valueOf(bound).replace("Infinity", "infinity");
    }

    /** Labels on the left, a column for each split. */
    private static final class Table {

        private final List<SplitDescription> splits;
        private final List<String> labels = new ArrayList<>();
        private final List<List<String>> cells = new ArrayList<>();

        Table(List<SplitDescription> splits) {
            this.splits = splits;
        }

        void row(String label, Function<SplitDescription, String> cell) {
            labels.add(label);
            cells.add(splits.stream().map(cell).toList());
        }

        void number(String label, Function<InputStatistics, Double> number) {
            row(
                    label,
                    split -> split.inputs()
                            .map(inputs -> String.format(Locale.ROOT, "%.5f", number.apply(inputs)))
                            .orElse(""));
        }

        void target(String label, int target, Function<TargetStatistics, Double> number) {
            row(
                    label,
                    split -> split.targets().isEmpty()
                            ? ""
                            : Numerals.number(number.apply(split.targets().get(target))));
        }

        List<String> lines() {
            int width = labels.stream().mapToInt(String::length).max().orElse(0);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                StringBuilder line = new StringBuilder(
                        "  " + labels.get(i) + " ".repeat(width - labels.get(i).length()));
                cells.get(i)
                        .forEach(cell -> line.append(" ".repeat(Math.max(1, COLUMN - cell.length())))
                                .append(cell));
                lines.add(line.toString().stripTrailing());
            }
            return lines;
        }
    }
}
