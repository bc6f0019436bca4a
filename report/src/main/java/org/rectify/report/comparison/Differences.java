package org.rectify.report.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RecordedRun;

/** The differences between two runs, those that most likely explain different results first. */
final class Differences {

    /** Where names begin with one of these they come in this order; others after them. */
    private static final List<String> IMPORTANCE = List.of(
            "dataset.type",
            "data file ",
            "dataset.",
            "network.activation",
            "network.hidden",
            "pretraining.type",
            "network.",
            "pretraining",
            "fine-tuning.optimizer",
            "fine-tuning.",
            "experiment.seed",
            "metrics",
            "rectify revision",
            "plugin ",
            "rectify ",
            "engine.backend",
            "vector bits",
            "java ",
            "processor",
            "operating system",
            "engine.",
            "experiment.name");

    private static final String NONE = "-";
    private static final int SHOWN_DIGITS = 12;

    private Differences() {}

    static List<RunDifference> between(RecordedRun first, RecordedRun second) {
        List<RunDifference> all = new ArrayList<>();
        differing("configuration", first.settings(), second.settings(), all);
        if (first.provenance().isPresent() && second.provenance().isPresent()) {
            differing(
                    "provenance",
                    facts(first.provenance().get()),
                    facts(second.provenance().get()),
                    all);
        }
        all.sort(Comparator.comparingInt((RunDifference difference) -> rank(difference.name()))
                .thenComparing(RunDifference::name));
        return List.copyOf(all);
    }

    private static int rank(String name) {
        return IMPORTANCE.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(IMPORTANCE::indexOf)
                .orElse(IMPORTANCE.size());
    }

    private static void differing(
            String origin, Map<String, String> first, Map<String, String> second, List<RunDifference> all) {
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            String one = first.getOrDefault(name, NONE);
            String other = second.getOrDefault(name, NONE);
            if (!one.equals(other)) {
                all.add(new RunDifference(origin, name, one, other));
            }
        }
    }

    /** What of the provenance can change results; the backend and threads are settings already, times and places change nothing. */
    private static SortedMap<String, String> facts(Provenance provenance) {
        SortedMap<String, String> facts = new TreeMap<>();
        provenance.dataset().checksums().forEach((file, sum) -> facts.put("data file " + fileName(file), shown(sum)));
        facts.put("rectify version", provenance.build().version());
        provenance.build().revision().ifPresent(revision -> facts.put("rectify revision", shown(revision)));
        provenance.build().modified().ifPresent(modified -> facts.put("rectify modified", modified.toString()));
        provenance
                .plugins()
                .forEach(
                        plugin -> facts.put("plugin " + plugin.id(), plugin.version() + ", " + shown(plugin.sha256())));
        provenance.computation().vectorBits().ifPresent(bits -> facts.put("vector bits", Integer.toString(bits)));
        facts.put("java version", provenance.machine().javaVersion());
        facts.put("java virtual machine", provenance.machine().virtualMachine());
        facts.put("processor", provenance.machine().cpu());
        facts.put(
                "operating system",
                provenance.machine().system() + " " + provenance.machine().systemVersion() + ", "
                        + provenance.machine().architecture());
        return facts;
    }

    static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    private static String shown(String hexadecimal) {
        return hexadecimal.substring(0, Math.min(SHOWN_DIGITS, hexadecimal.length()));
    }
}
