package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.engine.record.RecordedRun;
import org.rectify.statistics.Basis;
import org.rectify.statistics.Claim;
import org.rectify.statistics.Claims;
import org.rectify.statistics.Correctness;
import org.rectify.statistics.Evidence;
import org.rectify.statistics.Finding;
import org.rectify.statistics.Measurement;
import org.rectify.statistics.Relation;
import org.rectify.statistics.Results;

/** The paper's tables with ours beside every number. */
final class PaperTables {

    /** The headings of what sets ours beside the paper's. */
    static final List<String> COMPARISON =
            List.of("Paper", "Ours", "95\u00a0% interval", "Verdict", "n", "Sparsity", "Rate");

    private static final String SPARSITY = "sparsity";
    private static final String WITHOUT = "without";
    private static final String WITH = "with";

    private final List<Setting> arms;
    private final List<Comparison> table1;
    private final List<Comparison> table2;
    private final List<Comparison> alphaSoftplus;
    private final Map<String, Finding> effects = new HashMap<>();

    PaperTables(List<Setting> arms) {
        this.arms = arms;
        this.table1 = compared(Paper.table1());
        this.table2 = compared(Paper.table2());
        this.alphaSoftplus = compared(Paper.alphaSoftplus());
        Paper.NEURONS.forEach(neuron -> Benchmark.IMAGES.forEach(data ->
                effect(neuron, data).ifPresent(effect -> effects.put(neuron + "/" + data.name(), effect))));
    }

    private List<Comparison> compared(List<PublishedCell> cells) {
        return cells.stream().map(cell -> Comparison.of(cell, arms)).toList();
    }

    /** Cells of table 1 that have a number of ours. */
    long filled() {
        return table1.stream().filter(cell -> cell.arm().isPresent()).count();
    }

    /** Table 1 as the paper prints it, with ours in bold where pre-training makes no significant difference (item 61). */
    Matrix matrix() {
        List<Matrix.Group> groups = new ArrayList<>();
        for (boolean pretrained : new boolean[] {true, false}) {
            List<Matrix.Row> rows = Paper.NEURONS.stream()
                    .map(neuron -> new Matrix.Row(
                            neuron,
                            Benchmark.IMAGES.stream()
                                    .map(data -> matrixCell(find(neuron, pretrained, data)))
                                    .toList()))
                    .toList();
            groups.add(new Matrix.Group(
                    pretrained ? "With unsupervised pre-training" : "Without unsupervised pre-training", rows));
        }
        return new Matrix(
                "table-1-matrix",
                "Table 1. Test error of rectifier, tanh and softplus networks: ours, and the paper's below it. Bold: no"
                        + " significant difference between with and without pre-training (p > 0.05).",
                "Neuron",
                Benchmark.IMAGES.stream().map(Benchmark::name).toList(),
                groups);
    }

    private Matrix.Cell matrixCell(Comparison cell) {
        boolean equivalent = Optional.ofNullable(
                        effects.get(cell.published().network().neuron() + "/"
                                + cell.published().data().name()))
                .filter(effect -> effect.evidence().isPresent())
                .filter(effect -> effect.adjustedP() > Claims.ALPHA)
                .isPresent();
        return new Matrix.Cell(
                cell.text(),
                cell.published().text(),
                cell.arm().isPresent() ? cell.agreement().word() : "",
                equivalent);
    }

    private Comparison find(String neuron, boolean pretrained, Benchmark data) {
        return table1.stream()
                .filter(cell -> cell.published().network().neuron().equals(neuron)
                        && cell.published().network().pretrained() == pretrained
                        && cell.published().data().equals(data))
                .findFirst()
                .orElseThrow();
    }

    /** Table 1, a row for each cell, with all there is to say of it. */
    Table details() {
        return new Table(
                "table-1",
                "Table 1, cell by cell. Agrees: within 0.35 points on MNIST, 2.0 on CIFAR10, 1.5 on NISTP and NORB, what test sets and"
                        + " seeds make. Intervals are Student's t over seeds, of a single run Wilson's. Sparsity is of test examples. "
                        + Paper.SPARSITIES,
                aroundComparison(
                        List.of("Network", "Data"),
                        COMPARISON,
                        List.of("Pre-training rates", "Differs from the paper's in")),
                table1.stream().map(PaperTables::detail).toList());
    }

    private static Table.Row detail(Comparison cell) {
        return new Table.Row(
                aroundComparison(
                        List.of(cell.published().row(), cell.published().data().name()),
                        comparison(cell),
                        List.of(known(cell.arm().map(Setting::pretrainingRates)), cell.differences())),
                false);
    }

    /** The cells under {@link #COMPARISON}. */
    private static List<String> comparison(Comparison cell) {
        Optional<Setting> arm = cell.arm();
        return List.of(
                cell.published().text(),
                cell.text(),
                cell.interval(),
                cell.agreement().word(),
                arm.map(one -> Integer.toString(one.runs().size())).orElse(Numbers.UNKNOWN),
                arm.map(one -> Numbers.percent(one.mean(SPARSITY))).orElse(Numbers.UNKNOWN),
                known(arm.map(Setting::rates)));
    }

    static List<String> aroundComparison(List<String> before, List<String> comparison, List<String> after) {
        return Stream.of(before, comparison, after).flatMap(List::stream).toList();
    }

    static String known(Optional<String> text) {
        return text.filter(one -> !one.isEmpty()).orElse(Numbers.UNKNOWN);
    }

    /** What pre-training gains, for each neuron and data set (items 61, 77 and 78). */
    Table gains() {
        List<Table.Row> rows = new ArrayList<>();
        for (String neuron : Paper.NEURONS) {
            for (Benchmark data : Benchmark.IMAGES) {
                Comparison with = find(neuron, true, data);
                Comparison without = find(neuron, false, data);
                Optional<Finding> effect = Optional.ofNullable(effects.get(neuron + "/" + data.name()));
                Optional<Evidence> evidence = effect.flatMap(Finding::evidence);
                rows.add(row(
                        neuron,
                        data.name(),
                        points(without.published().value() - with.published().value()),
                        evidence.map(one -> points(one.estimate())).orElse(Numbers.UNKNOWN),
                        evidence.map(one -> points(one.interval().low()) + " to "
                                        + points(one.interval().high()))
                                .orElse(Numbers.UNKNOWN),
                        evidence.map(one -> Numbers.brief(one.p())).orElse(Numbers.UNKNOWN),
                        evidence.map(one -> one.test() + ", " + one.count() + " " + one.unit())
                                .orElseGet(
                                        () -> effect.map(Finding::explanation).orElse(""))));
            }
        }
        return new Table(
                "gains",
                "Table 1, gain of pre-training: test error without minus with it, in points.",
                List.of("Neuron", "Data", "Paper", "Ours", "95\u00a0% interval", "p", "Test"),
                rows);
    }

    /** Of networks tested on the same examples. */
    private Optional<Finding> effect(String neuron, Benchmark data) {
        Optional<Setting> with = find(neuron, true, data).arm();
        Optional<Setting> without = find(neuron, false, data).arm();
        if (with.isEmpty() || without.isEmpty() || !ofDataset(with.get()).equals(ofDataset(without.get()))) {
            return Optional.empty();
        }
        Results results = new Results(Map.of(WITH, measurements(with.get()), WITHOUT, measurements(without.get())));
        Claim gain = new Claim.Difference(Setting.ERROR_RATE, WITHOUT, WITH, Relation.ABOVE, 0, Basis.AUTO);
        return Optional.of(Claims.judge(gain, results).findings().get(0));
    }

    private static Map<String, String> ofDataset(Setting arm) {
        return arm.settings().subMap("dataset.", "dataset/");
    }

    private static List<Measurement> measurements(Setting arm) {
        return arm.runs().stream()
                .map(run -> Measurement.of(
                        run.seed().orElse(0L), Map.of(Setting.ERROR_RATE, run.test(Setting.ERROR_RATE)), answers(run)))
                .toList();
    }

    private static Map<String, Correctness> answers(RecordedRun run) {
        try {
            return run.predictions()
                    .correctness()
                    .map(known -> Map.of(Setting.ERROR_RATE, known))
                    .orElse(Map.of());
        } catch (DataException missing) {
            return Map.of();
        }
    }

    /** Table 2 with ours beside it. */
    Table reviews() {
        return new Table(
                "table-2",
                "Table 2. RMSE of predicted stars on review texts, mean and standard deviation over folds or seeds. The paper's OpenTable data"
                        + " were never public, so ours are of other data and scales.",
                List.of(
                        "Network",
                        "Paper",
                        "Ours",
                        "95\u00a0% interval",
                        "Verdict",
                        "n",
                        "Sparsity, paper",
                        "Sparsity, ours",
                        "Rate",
                        "Differs from the paper's in"),
                IntStream.range(0, table2.size())
                        .mapToObj(index -> review(
                                table2.get(index), Paper.table2Sparsities().get(index)))
                        .toList());
    }

    private static Table.Row review(Comparison cell, String sparsity) {
        Optional<Setting> arm = cell.arm();
        return row(
                cell.published().row(),
                cell.published().text(),
                arm.map(one -> Numbers.significant(cell.ours()) + spread(one.deviation("rmse"), 1))
                        .orElse(Numbers.UNKNOWN),
                cell.interval(),
                cell.agreement().word(),
                arm.map(one -> Integer.toString(one.runs().size())).orElse(Numbers.UNKNOWN),
                sparsity,
                arm.map(one -> String.format(Locale.ROOT, "%.1f", 100 * one.mean(SPARSITY))
                                + spread(one.deviation(SPARSITY), 100) + "\u00a0%")
                        .filter(text -> !text.startsWith("NaN"))
                        .orElse(Numbers.UNKNOWN),
                known(arm.map(Setting::rates)),
                cell.differences());
    }

    private static String spread(double deviation, int scale) {
        return Double.isFinite(deviation)
                ? " ± " + (scale == 1 ? Numbers.significant(deviation) : Numbers.plainTenths(scale * deviation))
                : "";
    }

    /** Our rectifier and softplus beside Nair and Hinton's networks. */
    Table nairAndHinton() {
        return Paper.nairAndHinton(
                onNorb(find("rectifier", false, Benchmark.NORB).arm()),
                onNorb(find("softplus", false, Benchmark.NORB).arm()),
                onNorb(arms.stream()
                        .filter(arm -> Benchmark.NORB.takes(arm.dataset()))
                        .filter(arm -> arm.pretraining().equals(Optional.of("rectified-rbm")))
                        .min(Comparator.comparingInt(arm -> Benchmark.NORB.rank(arm.dataset())))));
    }

    private static String onNorb(Optional<Setting> arm) {
        return arm.map(one -> Numbers.percent(one.mean(Setting.ERROR_RATE))
                        + Benchmark.NORB
                                .standIn(one.dataset())
                                .map(other -> " (" + other + ")")
                                .orElse(""))
                .orElse(Numbers.UNKNOWN);
    }

    /** The rescaled softplus on NORB with ours beside it (item 70). */
    Table alphaSoftplus() {
        return new Table(
                "alpha-softplus",
                "Test error on NORB without pre-training of units softplus(\u03b1z)/\u03b1, between the softplus and the rectifier. From the"
                        + " published version; its numbers at \u03b1 = 1.3 and 2 are not confirmed. All lie within 1.28 points, less"
                        + " than the 1.5 of the verdict: what counts is whether the error falls as \u03b1 grows.",
                aroundComparison(List.of("\u03b1"), COMPARISON, List.of("Differs from the paper's in")),
                alphaSoftplus.stream().map(PaperTables::ofSharpness).toList());
    }

    private static Table.Row ofSharpness(Comparison cell) {
        return new Table.Row(
                aroundComparison(List.of(cell.published().row()), comparison(cell), List.of(cell.differences())),
                false);
    }

    /** Amazon reviews, negative or positive, with ours beside the paper's mean (item 73). */
    Table amazon() {
        return AmazonTable.of(arms);
    }

    /** Every arm, whether or not the paper has it. */
    Table all() {
        return new Table(
                "arms",
                "Every setting with runs: runs that differ in seed, fold or supervised rate only are one, and of several rates the one"
                        + " of the lowest validation error counts.",
                List.of(
                        "Setting",
                        "n",
                        "Training examples",
                        "Test error",
                        "95\u00a0% interval",
                        "RMSE",
                        "Sparsity",
                        "Rate",
                        "Pre-training rates"),
                arms.stream()
                        .map(arm -> row(
                                arm.name(),
                                Integer.toString(arm.runs().size()),
                                Numbers.count(arm.trainingExamples()),
                                Numbers.percent(arm.mean(Setting.ERROR_RATE)),
                                arm.interval(Setting.ERROR_RATE)
                                        .map(interval -> Numbers.percentInterval(interval.low(), interval.high()))
                                        .orElse(Numbers.UNKNOWN),
                                Numbers.significant(arm.mean("rmse")),
                                Numbers.percent(arm.mean(SPARSITY)),
                                known(Optional.of(arm.rates())),
                                known(Optional.of(arm.pretrainingRates()))))
                        .toList());
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.2f", 100 * difference).replace('-', '\u2212');
    }

    private static Table.Row row(String... cells) {
        return new Table.Row(List.of(cells), false);
    }
}
