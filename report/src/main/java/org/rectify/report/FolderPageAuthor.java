package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectify.api.facts.MetricDescription;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.report.FolderPage.ClaimsSummary;
import org.rectify.report.FolderPage.RunDetail;

/** Puts the runs of a folder into words, tables and figures, beside the paper's. */
final class FolderPageAuthor {

    private static final int MOST_DETAILS = 24;
    private static final List<String> VERDICTS = List.of(ClaimRecord.FAILS, ClaimRecord.UNDECIDED, ClaimRecord.HOLDS);

    private final RunCollection collection;
    private final List<Setting> arms;
    private final PaperTables tables;
    private final DrawnFunctions functions;

    FolderPageAuthor(RunCollection collection, DrawnFunctions functions) {
        this.collection = collection;
        this.arms = Arms.of(collection.runs());
        this.tables = new PaperTables(arms);
        this.functions = functions;
    }

    FolderPage write() {
        List<Drawing> learning = new ArrayList<>();
        for (Figure figure : LearningFigures.of(arms)) {
            learning.add(new Drawing.Curves("Figure " + (4 + learning.size()) + ".", figure));
        }
        return new FolderPage(
                "Deep sparse rectifier networks",
                subtitle(),
                warnings(),
                keyNumbers(),
                claims(),
                tables.matrix(),
                List.of(
                        tables.details(),
                        tables.gains(),
                        tables.reviews(),
                        tables.nairAndHinton(),
                        tables.alphaSoftplus(),
                        tables.amazon()),
                new PaperFigures(functions, arms).drawings(),
                learning,
                tables.all(),
                details(),
                Paper.inconsistencies(),
                collection.leftOut(),
                Origins.ofAll(collection.runs().stream()
                        .flatMap(run -> run.run().provenance().stream())
                        .toList()));
    }

    private String subtitle() {
        String studies = collection.studies().isEmpty()
                ? ""
                : " Studies: "
                        + String.join(
                                "; ",
                                collection.studies().stream()
                                        .map(StudyRecord::name)
                                        .toList())
                        + ".";
        return String.format(
                Locale.ROOT,
                "The experiments of Glorot, Bordes and Bengio (2011), beside those in %s: %s in %s.%s",
                collection.folder().toAbsolutePath().normalize().getFileName(),
                counted(collection.runs().size(), "run", "runs"),
                counted(arms.size(), "setting", "settings"),
                studies);
    }

    private static String counted(int count, String one, String many) {
        return Numbers.count(count) + " " + (count == 1 ? one : many);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!collection.leftOut().isEmpty()) {
            warnings.add(counted(collection.leftOut().size(), "run or study is", "runs or studies are")
                    + " left out, wholly or in part; the end of this page names them.");
        }
        if (arms.isEmpty()) {
            warnings.add("No run ended with a trained network: all numbers here are the paper's.");
        }
        return warnings;
    }

    private List<Page.KeyNumber> keyNumbers() {
        List<ClaimRecord> claims = allClaims();
        int unselected = collection.unselected()
                + arms.stream().mapToInt(Setting::unselected).sum();
        return List.of(
                new Page.KeyNumber("Table 1", tables.filled() + " of 24", "cells have a number of ours"),
                new Page.KeyNumber(
                        "Runs",
                        Numbers.count(collection.runs().size()),
                        unselected == 0
                                ? "in " + counted(arms.size(), "setting", "settings")
                                : Numbers.count(unselected) + " more were not selected by validation"),
                new Page.KeyNumber(
                        "Claims that hold",
                        claims.isEmpty() ? Numbers.UNKNOWN : count(claims, ClaimRecord.HOLDS) + " of " + claims.size(),
                        claims.isEmpty() ? "none was declared" : ""),
                new Page.KeyNumber(
                        "Claims that fail",
                        claims.isEmpty() ? Numbers.UNKNOWN : Long.toString(count(claims, ClaimRecord.FAILS)),
                        claims.isEmpty() ? "" : count(claims, ClaimRecord.UNDECIDED) + " undecided"));
    }

    private List<ClaimRecord> allClaims() {
        return collection.studies().stream()
                .flatMap(study -> study.claims().stream())
                .toList();
    }

    private static long count(List<ClaimRecord> claims, String verdict) {
        return claims.stream().filter(claim -> claim.verdict().equals(verdict)).count();
    }

    private ClaimsSummary claims() {
        List<ClaimRecord> claims = allClaims().stream()
                .sorted(Comparator.comparingInt(claim -> VERDICTS.indexOf(claim.verdict())))
                .toList();
        if (claims.isEmpty()) {
            return new ClaimsSummary(
                    "No study here declares claims, so none was tested. Verdicts in the tables below compare numbers only.",
                    List.of(),
                    Optional.empty());
        }
        return new ClaimsSummary(
                String.format(
                        Locale.ROOT,
                        "Of %s tested, %d hold, %d fail and %d are undecided. A claim is undecided where these runs could be"
                                + " on either side of it.",
                        counted(claims.size(), "claim", "claims"),
                        count(claims, ClaimRecord.HOLDS),
                        count(claims, ClaimRecord.FAILS),
                        count(claims, ClaimRecord.UNDECIDED)),
                claims,
                Optional.of(new Table(
                        "claims",
                        "What became of the claims.",
                        List.of("Claim", "Item", "Study", "Verdict", "Findings"),
                        claims.stream()
                                .map(claim -> new Table.Row(
                                        List.of(
                                                claim.says(),
                                                claim.item(),
                                                claim.study(),
                                                claim.verdict(),
                                                String.join(
                                                        "; ",
                                                        claim.findings().stream()
                                                                .map(finding -> finding.verdict() + ": "
                                                                        + finding.explanation())
                                                                .toList())),
                                        false))
                                .toList())));
    }

    private List<RunDetail> details() {
        return IntStream.range(0, Math.min(arms.size(), MOST_DETAILS))
                .mapToObj(index -> detail(arms.get(index), index))
                .toList();
    }

    private static RunDetail detail(Setting arm, int index) {
        String id = "run-" + index;
        RecordedRun run = arm.runs().get(0);
        List<Drawing> drawings = new ArrayList<>();
        new FigureAuthor(run.metrics(), run.checks())
                .figures().stream()
                        .map(figure -> new Drawing.Curves("", figure.named(id + "-" + figure.id())))
                        .forEach(drawings::add);
        run.pretraining()
                .map(course -> LearningFigures.pretraining(id + "-pretraining", course))
                .orElse(List.of())
                .forEach(figure -> drawings.add(new Drawing.Curves("", figure)));
        run.filters()
                .flatMap(DataUri::png)
                .ifPresent(data -> drawings.add(new Drawing.Picture(
                        id + "-filters",
                        "",
                        "Filters of the first layer: grey is a weight of 0, white positive, black negative, each unit scaled by"
                                + " itself.",
                        "Weights of units of the first layer, a square for each.",
                        data)));
        RunResult result = run.result().orElseThrow();
        return new RunDetail(
                id,
                arm.name(),
                "Run " + run.name() + ", the first of " + arm.runs().size() + ": test " + headline(run) + ", sparsity "
                        + Numbers.percent(run.sparsity()) + ", "
                        + Numbers.percents(result.sparsity().layers()) + " by layer, rate "
                        + run.settings().getOrDefault(Setting.RATE, Numbers.UNKNOWN) + ".",
                index == 0,
                drawings,
                HistogramAuthor.draw(id + "-activations", result.activations()));
    }

    private static String headline(RecordedRun run) {
        MetricDescription metric = run.metrics().of(run.metrics().headline().orElse("result"));
        return metric.title() + " " + Numbers.measured(metric.unit(), run.headline());
    }
}
