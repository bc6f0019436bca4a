package org.rectify.engine.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;

/**
 * What can be read of a run's folder, whatever state it was left in.
 *
 * @param path of the folder
 * @param result of the run; empty if it has none or it cannot be read
 * @param provenance of the run; likewise
 * @param settings each setting of the resolved experiment by its path, sorted; likewise
 * @param metrics what the values of every metric are; the first is the headline
 * @param checks of training, in their order; those that can be read
 * @param damages what is missing or unreadable that should not be, each as a phrase with the file's name
 */
public record RecordedRun(
        Path path,
        Optional<RunResult> result,
        Optional<Provenance> provenance,
        SortedMap<String, String> settings,
        MetricDescriptions metrics,
        List<EpochReport> checks,
        List<String> damages) {

    private static final long MOST_BYTES = 64L << 20;

    /** How a run ended. */
    public enum Status {
        /** With a trained network. */
        DONE,
        /** Learning left the finite numbers. */
        DIVERGED,
        /** It has no result: it is still running, or it was broken off. */
        UNFINISHED,
        /** Files are missing or cannot be read. */
        DAMAGED;

        /** As people read it. */
        public String word() {
            return switch (this) {
                case DONE -> "done";
                case DIVERGED -> "diverged";
                case UNFINISHED -> "unfinished";
                case DAMAGED -> "damaged";
            };
        }
    }

    /** Copies the lists. */
    public RecordedRun {
        checks = List.copyOf(checks);
        damages = List.copyOf(damages);
    }

    /** Whether a folder is one that a run made: by its files, or, where those are gone, by its name. */
    public static boolean isRun(Path folder) {
        RunDirectory files = RunDirectory.at(folder);
        return Files.isDirectory(folder)
                && (Files.isRegularFile(files.resolvedConfiguration()) && Files.isDirectory(files.checkpoints())
                        || String.valueOf(folder.getFileName()).matches(".+-\\d{8}-\\d{6}-seed-?\\d+(-\\d+)?"));
    }

    /**
     * Reads all but the predictions.
     *
     * @throws RectifyException of the user's category if it is no run's folder
     */
    public static RecordedRun read(Path folder) {
        if (!isRun(folder)) {
            throw new RectifyException(
                    Category.USER,
                    (Files.isDirectory(folder)
                                    ? folder + " is not the folder of a run"
                                    : "there is no folder " + folder)
                            + "; accepted is one that 'rectify run' made");
        }
        RunDirectory files = RunDirectory.at(folder);
        List<String> damages = new ArrayList<>();
        SortedMap<String, String> settings =
                read(files.resolvedConfiguration(), true, Settings::of, damages).orElseGet(TreeMap::new);
        Optional<Provenance> provenance = read(files.provenance(), true, RunJsonReader::provenance, damages);
        boolean ended = provenance.flatMap(Provenance::ended).isPresent();
        Optional<RunResult> result = read(files.result(), ended, RunJsonReader::result, damages);
        List<EpochReport> checks = read(files.metrics(), ended, text -> checks(text, damages), damages)
                .orElse(List.of());
        MetricDescriptions metrics = result.map(RunResult::metrics)
                .orElseGet(() -> read(files.metrics(), false, text -> descriptions(text, checks), new ArrayList<>())
                        .orElseGet(() -> MetricDescriptions.unknown(List.of())));
        return new RecordedRun(folder, result, provenance, settings, metrics, checks, damages);
    }

    private static MetricDescriptions descriptions(String text, List<EpochReport> checks) {
        return text.lines()
                .findFirst()
                .flatMap(RunJsonReader::descriptions)
                .orElseGet(() -> MetricDescriptions.unknown(checks.stream()
                        .findFirst()
                        .map(check -> check.validation().keySet())
                        .orElse(Set.of())));
    }

    /**
     * The settings of the text of a resolved experiment, as those of a run are.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SortedMap<String, String> settings(String resolved) {
        return Settings.of(resolved);
    }

    private static <T> Optional<T> read(Path file, boolean expected, Function<String, T> reader, List<String> damages) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            if (expected) {
                damages.add(name + " is missing");
            }
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                damages.add(name + " is too large");
                return Optional.empty();
            }
            return Optional.of(reader.apply(Files.readString(file)));
        } catch (IOException unreadable) {
            damages.add(name + " cannot be read: " + RunFiles.reason(unreadable));
        } catch (IllegalArgumentException | ArithmeticException damaged) {
            damages.add(name + " is damaged: " + firstLine(damaged.getMessage()));
        }
        return Optional.empty();
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** The lines up to the first that is damaged; a run that was killed may leave half of its last. */
    private static List<EpochReport> checks(String text, List<String> damages) {
        List<EpochReport> checks = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                checks.add(RunJsonReader.epoch(line));
            } catch (IllegalArgumentException damaged) {
                damages.add("line " + (checks.size() + 1) + " of metrics.jsonl is damaged");
                break;
            }
        }
        return checks;
    }

    /** How it ended. */
    public Status status() {
        if (!damages.isEmpty()) {
            return Status.DAMAGED;
        }
        return result.map(ended -> ended.diverged() ? Status.DIVERGED : Status.DONE)
                .orElse(Status.UNFINISHED);
    }

    /** The name of its folder. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** The seed, by its result or its provenance. */
    public Optional<Long> seed() {
        return result.map(RunResult::seed).or(() -> provenance.map(Provenance::seed));
    }

    /** The data set's name, by its result, its provenance or its settings. */
    public Optional<String> dataset() {
        return result.map(ended -> ended.dataset().name())
                .or(() -> provenance.map(from -> from.dataset().name()))
                .or(() -> Optional.ofNullable(settings.get("dataset.type")));
    }

    /** Epochs begun, as far as is known. */
    public int epochs() {
        return result.map(RunResult::epochs)
                .orElseGet(() ->
                        checks.isEmpty() ? 0 : checks.get(checks.size() - 1).epoch());
    }

    /** The headline on the test split; NaN if it was not measured. */
    public double headline() {
        return metrics.headline().map(this::test).orElse(Double.NaN);
    }

    /** A metric on the test split; NaN if it was not measured. */
    public double test(String metric) {
        return result.map(RunResult::test)
                .map(test -> test.get(metric))
                .map(value -> value.value())
                .orElse(Double.NaN);
    }

    /** The fraction of exact zeros among hidden outputs on the test split; NaN if it was not measured. */
    public double sparsity() {
        return result.map(ended -> ended.sparsity().mean()).orElse(Double.NaN);
    }

    /**
     * What the network told of each test example.
     *
     * @throws DataException where the file is missing or damaged
     */
    public Predictions predictions() {
        return Predictions.read(RunDirectory.at(path).predictions(), name());
    }

    /** How pre-training went; empty where nothing was pre-trained, or nothing can be read of it. */
    public Optional<PretrainingCourse> pretraining() {
        return read(RunDirectory.at(path).pretraining(), false, RunJsonReader::pretraining, new ArrayList<>());
    }

    /** The picture of the first layer's weights; empty where there is none. */
    public Optional<Path> filters() {
        return Optional.of(RunDirectory.at(path).filters()).filter(Files::isRegularFile);
    }

    /** A summary, a line of a list of runs. */
    public ObjectNode summary() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("path", path.toString())
                .put("status", status().word());
        provenance.ifPresent(from -> node.put("started", from.started().toString()));
        dataset().ifPresent(name -> node.put("dataset", name));
        seed().ifPresent(seed -> node.put("seed", seed));
        metrics.headline().ifPresent(metric -> {
            node.put("metric", metric);
            node.set("test-" + metric, RunJson.number(test(metric)));
        });
        node.set("sparsity", RunJson.number(sparsity()));
        node.put("epochs", epochs());
        damages.forEach(node.putArray("damages")::add);
        return node;
    }

    /** All that was read. */
    public ObjectNode details() {
        ObjectNode node = summary();
        ObjectNode configuration = node.putObject("configuration");
        settings.forEach(configuration::put);
        node.set("result", result.map(RunJson::result).orElse(null));
        node.set("provenance", provenance.map(RunJson::provenance).orElse(null));
        ArrayNode lines = node.putArray("checks");
        checks.forEach(check -> lines.add(RunJson.epoch(check)));
        return node;
    }
}
