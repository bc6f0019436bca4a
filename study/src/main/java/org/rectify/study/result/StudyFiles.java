package org.rectify.study.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.rectify.engine.record.RunFiles;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.Evidence;
import org.rectify.statistics.Finding;
import org.rectify.study.ledger.Ledger;
import org.rectify.study.plan.Cell;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.StudyPlan;

/**
 * The files of a study that people and programs read: functions of the plan and of how trials ended, in the order of the
 * plan, so that neither interruptions nor the order of finishing can be seen in them. Times stand in a file of their own.
 */
public final class StudyFiles {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;
    private final StudyPlan plan;

    /** The files of a study in its directory. */
    public StudyFiles(Path directory, StudyPlan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /** A row for each trial that ended: {@code results.csv}. Test values are those of selected trials only. */
    public Path results() {
        return directory.resolve("results.csv");
    }

    /** The table, cell by cell: {@code study.json}. */
    public Path study() {
        return directory.resolve("study.json");
    }

    /** The verdicts: {@code claims.json}. */
    public Path claims() {
        return directory.resolve("claims.json");
    }

    /** How long trials took: {@code timing.csv}. */
    public Path timing() {
        return directory.resolve("timing.csv");
    }

    /** Writes them all, each as a whole. */
    public void write(
            Outcomes outcomes, List<CellResult> cells, List<ClaimVerdict> verdicts, List<Ledger.Entry> entries) {
        RunFiles.writeAtomically(results(), writer -> writeResults(writer, outcomes));
        RunFiles.writeAtomically(study(), writer -> writer.write(page(study(cells))));
        RunFiles.writeAtomically(claims(), writer -> writer.write(page(claims(verdicts))));
        RunFiles.writeAtomically(timing(), writer -> writeTiming(writer, entries));
    }

    private void writeResults(Writer writer, Outcomes outcomes) throws IOException {
        Selection selection = new Selection(plan, outcomes);
        List<PlacedTrial> ended =
                selection.needed().stream().filter(outcomes::ended).toList();
        List<String> axes = columns(ended.stream().map(row -> row.cell().axes()).toList());
        List<String> grid =
                columns(ended.stream().map(row -> row.point().values()).toList());
        Set<String> metrics = new TreeSet<>();
        outcomes.results()
                .values()
                .forEach(result -> metrics.addAll(result.validation().keySet()));
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
            csv.writeRecord(header(axes, grid, metrics));
            for (PlacedTrial row : ended) {
                csv.writeRecord(record(row, axes, grid, metrics, outcomes, selection.isSelected(row)));
            }
        }
    }

    private static List<String> columns(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return List.copyOf(columns);
    }

    private static List<String> header(List<String> axes, List<String> grid, Set<String> metrics) {
        List<String> header = new ArrayList<>(List.of("cell"));
        header.addAll(axes);
        header.addAll(List.of("seed", "fold"));
        header.addAll(grid);
        header.addAll(List.of("state", "selected", "best-epoch", "epochs"));
        metrics.forEach(metric -> header.add("validation-" + metric));
        metrics.forEach(metric -> header.add("test-" + metric));
        header.add("trial");
        return header;
    }

    private static List<String> record(
            PlacedTrial row,
            List<String> axes,
            List<String> grid,
            Set<String> metrics,
            Outcomes outcomes,
            boolean selected) {
        Optional<TrialResult> result = outcomes.of(row);
        List<String> record = new ArrayList<>(List.of(row.cell().name()));
        Map<String, String> ofCell = row.cell().axes();
        axes.forEach(axis -> record.add(ofCell.getOrDefault(axis, "")));
        record.add(Long.toString(row.replicate().seed()));
        record.add(row.replicate().fold() > 0 ? Integer.toString(row.replicate().fold()) : "");
        grid.forEach(path -> record.add(row.point().values().getOrDefault(path, "")));
        record.add(result.map(one -> one.diverged() ? "diverged" : "done").orElse("failed"));
        record.add(selected ? "yes" : "");
        record.add(result.map(one -> Integer.toString(one.bestEpoch())).orElse(""));
        record.add(result.map(one -> Integer.toString(one.epochs())).orElse(""));
        metrics.forEach(
                metric -> record.add(text(result.map(one -> one.validation().get(metric)))));
        metrics.forEach(metric ->
                record.add(selected ? text(result.map(one -> one.test().get(metric))) : ""));
        record.add(row.trial().name());
        return record;
    }

    private static String text(Optional<Double> value) {
        return value.map(String::valueOf).orElse("");
    }

    private void writeTiming(Writer writer, List<Ledger.Entry> entries) throws IOException {
        Map<String, PlannedTrial> trials = plan.trials();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
            csv.writeRecord("trial", "attempts", "seconds", "examples-per-second");
            for (Ledger.Entry entry : entries) {
                PlannedTrial trial = trials.get(entry.identity());
                if (trial != null) {
                    csv.writeRecord(
                            trial.name(),
                            Integer.toString(entry.attempts()),
                            Double.toString(entry.seconds()),
                            entry.result()
                                    .map(json -> Double.toString(
                                            TrialResult.parse(json).examplesPerSecond()))
                                    .orElse(""));
                }
            }
        }
    }

    private ObjectNode study(List<CellResult> cells) {
        ObjectNode node = NODES.objectNode();
        node.put("study", plan.name());
        node.put("level", plan.spec().level().orElse(null));
        node.put("select-by", plan.metrics().selectBy());
        node.put("metric", plan.metrics().reported());
        ArrayNode axes = node.putArray("axes");
        plan.spec().axes().forEach(axes::add);
        ArrayNode array = node.putArray("cells");
        cells.forEach(cell -> array.add(cell(cell)));
        return node;
    }

    private static ObjectNode cell(CellResult result) {
        Cell cell = result.cell();
        ObjectNode node = NODES.objectNode().put("name", cell.name());
        ObjectNode axes = node.putObject("axes");
        cell.axes().forEach(axes::put);
        node.put("repetitions", result.selected().size());
        number(node, "mean", result.mean());
        result.estimate()
                .ifPresentOrElse(one -> node.put("deviation", one.deviation()), () -> node.putNull("deviation"));
        interval(node, result.interval());
        number(node, "sparsity", result.sparsity());
        ArrayNode values = node.putArray("values");
        for (double value : result.values()) {
            values.add(value);
        }
        ObjectNode chosen = node.putObject("chosen");
        result.chosen().forEach((path, counts) -> {
            ObjectNode frequencies = chosen.putObject(path);
            counts.forEach(frequencies::put);
        });
        ArrayNode trials = node.putArray("trials");
        result.selected().keySet().forEach(row -> trials.add(row.trial().name()));
        ArrayNode missing = node.putArray("missing");
        result.missing().forEach(missing::add);
        return node;
    }

    private ObjectNode claims(List<ClaimVerdict> verdicts) {
        ObjectNode node = NODES.objectNode().put("study", plan.name());
        node.put("level", plan.spec().level().orElse(null));
        ArrayNode array = node.putArray("claims");
        verdicts.forEach(verdict -> array.add(claim(verdict)));
        return node;
    }

    private static ObjectNode claim(ClaimVerdict verdict) {
        ObjectNode node = NODES.objectNode()
                .put("name", verdict.claim().name())
                .put("says", verdict.claim().says())
                .put("item", verdict.claim().item())
                .put("verdict", verdict.judgement().verdict().toString());
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : verdict.judgement().findings()) {
            ObjectNode entry = findings.addObject()
                    .put("claim", finding.claim().text())
                    .put("verdict", finding.verdict().toString())
                    .put("explanation", finding.explanation());
            finding.evidence().ifPresent(evidence -> evidence(entry, evidence));
            entry.put("adjusted-p", finding.adjustedP());
            finding.seedsMore()
                    .ifPresentOrElse(more -> entry.put("seeds-more", more), () -> entry.putNull("seeds-more"));
        }
        return node;
    }

    private static void evidence(ObjectNode node, Evidence evidence) {
        node.put("test", evidence.test());
        node.put("count", evidence.count());
        node.put("unit", evidence.unit());
        node.put("left-out", evidence.leftOut());
        number(node, "estimate", OptionalDouble.of(evidence.estimate()));
        number(node, "threshold", OptionalDouble.of(evidence.threshold()));
        interval(node, Optional.of(evidence.interval()));
        number(node, "p", OptionalDouble.of(evidence.p()));
        number(node, "effect-size", evidence.effectSize());
    }

    private static void interval(ObjectNode node, Optional<ConfidenceInterval> interval) {
        if (interval.isPresent()) {
            node.putArray("interval")
                    .add(interval.get().low())
                    .add(interval.get().high());
        } else {
            node.putNull("interval");
        }
    }

    private static void number(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            node.put(key, value.getAsDouble());
        } else {
            node.putNull(key);
        }
    }

    private static String page(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON could not be written", impossible);
        }
    }
}
