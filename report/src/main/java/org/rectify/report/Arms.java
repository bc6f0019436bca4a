package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectify.api.facts.Direction;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.report.RunCollection.Sourced;

/** Gathers runs into arms: runs with the same settings, of which validation selects one for each seed and fold (item 19). */
final class Arms {

    /** What tells runs of one arm apart: repetitions, what is selected, and what changes no result. */
    private static final List<String> FREE = List.of(
            "experiment.name", "experiment.seed", Setting.RATE, Setting.FOLD, "engine.backend", "engine.threads");

    /** The lower validation error, then the earlier epoch, then the larger rate. */
    private static final Comparator<RecordedRun> SELECTION = Comparator.comparingDouble(Arms::validation)
            .thenComparingInt(run -> run.result()
                    .flatMap(RunResult::best)
                    .map(RunResult.Best::epoch)
                    .orElse(Integer.MAX_VALUE))
            .thenComparing(Comparator.comparingDouble(Arms::rate).reversed())
            .thenComparing(RecordedRun::path);

    private Arms() {}

    /** The arms of runs, in the order of their first runs. */
    static List<Setting> of(List<Sourced> runs) {
        Map<List<Object>, List<Sourced>> groups = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> List.of(run.source(), protocol(run.run())), LinkedHashMap::new, Collectors.toList()));
        List<Setting> arms = new ArrayList<>();
        groups.values().forEach(group -> arms.add(arm(group)));
        return named(arms);
    }

    private static Setting arm(List<Sourced> group) {
        Map<String, List<RecordedRun>> repetitions = group.stream()
                .map(Sourced::run)
                .collect(Collectors.groupingBy(Arms::repetition, LinkedHashMap::new, Collectors.toList()));
        List<RecordedRun> selected = repetitions.values().stream()
                .map(rivals -> rivals.stream().min(SELECTION).orElseThrow())
                .sorted(Comparator.comparingLong(run -> run.seed().orElse(0L)))
                .toList();
        Sourced first = group.get(0);
        return new Setting("", first.source(), protocol(first.run()), selected, group.size() - selected.size());
    }

    /** What tells apart the repetitions of an arm: seed and fold. */
    static String repetition(RecordedRun run) {
        return run.seed().orElse(0L) + "/" + run.settings().getOrDefault(Setting.FOLD, "");
    }

    private static SortedMap<String, String> protocol(RecordedRun run) {
        SortedMap<String, String> settings = new TreeMap<>(run.settings());
        FREE.forEach(settings::remove);
        return settings;
    }

    /** What the run itself selected by, lower being better whatever the metric; infinite where it was not measured. */
    static double validation(RecordedRun run) {
        String metric = run.settings()
                .getOrDefault(
                        "fine-tuning.stopping.metric", run.metrics().headline().orElse(""));
        boolean higher = run.metrics().of(metric).direction() == Direction.HIGHER;
        return run.result()
                .flatMap(RunResult::best)
                .map(best -> best.validation().get(metric))
                .map(value -> higher ? -value.value() : value.value())
                .filter(Double::isFinite)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double rate(RecordedRun run) {
        try {
            return Double.parseDouble(run.settings().getOrDefault(Setting.RATE, "0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static List<Setting> named(List<Setting> arms) {
        List<Setting> named = arms.stream()
                .map(arm -> renamed(arm, plainName(arm) + differences(arm, arms)))
                .toList();
        named = unique(named, arm -> arm.source().isEmpty() ? "" : ", " + arm.source());
        return unique(named, arm -> ", " + arm.runs().get(0).name());
    }

    /** Adds to names that are not alone. */
    private static List<Setting> unique(List<Setting> arms, Function<Setting, String> addition) {
        Map<String, Long> counts = arms.stream().collect(Collectors.groupingBy(Setting::name, Collectors.counting()));
        return arms.stream()
                .map(arm ->
                        counts.getOrDefault(arm.name(), 0L) > 1 ? renamed(arm, arm.name() + addition.apply(arm)) : arm)
                .toList();
    }

    private static Setting renamed(Setting arm, String name) {
        return new Setting(name, arm.source(), arm.settings(), arm.runs(), arm.unselected());
    }

    private static String plainName(Setting arm) {
        String labels = arm.labelFraction() < 1
                ? ", " + Numbers.plain(100 * arm.labelFraction()) + "\u00a0% of the labels"
                : "";
        return arm.neuron() + " " + arm.shape()
                + arm.pretraining().map(kind -> ", " + kind).orElse("") + ", " + arm.dataset() + labels;
    }

    /** The settings in which an arm differs from those that would be called the same. */
    private static String differences(Setting arm, List<Setting> arms) {
        List<Setting> namesakes = arms.stream()
                .filter(other -> plainName(other).equals(plainName(arm)))
                .toList();
        TreeSet<String> paths = new TreeSet<>();
        namesakes.forEach(other -> paths.addAll(other.settings().keySet()));
        return paths.stream()
                .filter(path -> namesakes.stream()
                                .map(other -> other.settings().getOrDefault(path, "none"))
                                .distinct()
                                .count()
                        > 1)
                .map(path -> ", " + path.substring(path.lastIndexOf('.', path.lastIndexOf('.') - 1) + 1) + " "
                        + plain(arm.settings().getOrDefault(path, "none")))
                .collect(Collectors.joining());
    }

    /** A number as it would be written by hand, anything else as it is. */
    private static String plain(String value) {
        try {
            return Numbers.plain(Double.parseDouble(value));
        } catch (NumberFormatException text) {
            return value;
        }
    }
}
