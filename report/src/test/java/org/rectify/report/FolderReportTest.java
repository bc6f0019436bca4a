package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.testing.SampleRun;
import org.w3c.dom.Element;

class FolderReportTest {

    private static final String ATTACK = "<script>alert('&')</script>";

    @TempDir
    private Path folder;

    private FolderReport report() {
        return FolderReport.of(folder, RunMaker.functions());
    }

    private String line(String table, String beginning) throws IOException {
        report().write(folder.resolve("report.html"));
        return Files.readString(folder.resolve("report-" + table + ".csv"))
                .lines()
                .filter(row -> row.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Mean 0.015, deviation 0.001, t_0.975 of two degrees of freedom 4.3027: half-width 0.0024841. */
    @Test
    void setsOursBesideThePapersWithIntervalVerdictAndRates() throws IOException {
        RunMaker.rectifier().seed(1).errors(0.014, 0.014).in(folder);
        RunMaker.rectifier().seed(2).errors(0.015, 0.015).in(folder);
        RunMaker.rectifier().seed(3).errors(0.016, 0.016).in(folder);

        assertThat(line("table-1", "\"rectifier, without\",MNIST"))
                .isEqualTo("\"rectifier, without\",MNIST,1.43 %,1.50 %,1.25 to 1.75 %,agrees,3,80.00 %,0.1,,");
        assertThat(line("table-1", "\"tanh, without\",NORB"))
                .isEqualTo("\"tanh, without\",NORB,19.29 %,,,not run,,,,,");
        assertThat(report().html())
                .contains(
                        "1 of 24",
                        "<span class=\"ours\">1.50\u00a0%</span><span class=\"paper\">paper 1.43\u00a0%<br>agrees");
    }

    @Test
    void tellsWilsonsIntervalOfASingleRunAndWhatIsNotThePapers() throws IOException {
        RunMaker.rectifier()
                .train(10_000)
                .set("network.hidden", "[200, 200]")
                .errors(0.03, 0.03)
                .in(folder);

        assertThat(line("table-1", "\"rectifier, without\",MNIST"))
                .isEqualTo("\"rectifier, without\",MNIST,1.43 %,3.00 %,2.68 to 3.35 %,higher,1,80.00 %,0.1,,"
                        + "\"10,000 of 50,000 training examples; 2 × 200 units\"");
    }

    @Test
    void ofTwoRatesTheBestValidationValueCountsWhicheverDirectionIsBetter() throws IOException {
        MetricDescriptions higher = new MetricDescriptions(
                Map.of("error-rate", new MetricDescription("score", Unit.FRACTION, Direction.HIGHER)));
        RunMaker.rectifier().described(higher).errors(0.02, 0.1).in(folder);
        RunMaker.rectifier()
                .described(higher)
                .set(Setting.RATE, "0.01")
                .errors(0.03, 0.2)
                .in(folder);

        assertThat(line("table-1", "\"rectifier, without\",MNIST")).contains(",20.00 %,");
    }

    @Test
    void prefersThePapersOwnDataAndNeverComparesWithOther() throws IOException {
        RunMaker.rectifier()
                .set("dataset.type", "norb-rendered")
                .errors(0.1, 0.1)
                .in(folder);
        assertThat(line("table-1", "\"rectifier, without\",NORB"))
                .contains(",10.00 %,", ",other data,", "rendered toys");

        RunMaker.rectifier().set("dataset.type", "norb").errors(0.3, 0.3).in(folder);
        assertThat(line("table-1", "\"rectifier, without\",NORB")).contains(",30.00 %,", ",higher,");
    }

    @Test
    void selectsTheRateByValidationAndNeverByTest() throws IOException {
        RunMaker.rectifier().errors(0.020, 0.031).in(folder);
        RunMaker.rectifier().set(Setting.RATE, "0.01").errors(0.025, 0.001).in(folder);

        assertThat(line("table-1", "\"rectifier, without\",MNIST")).contains(",3.10 %,", ",1,80.00 %,0.1,");
        assertThat(report().html())
                .contains("1 more were not selected by validation")
                .doesNotContain("0.10\u00a0%");
    }

    @Test
    void amongEqualValidationErrorsTakesTheLargerRate() throws IOException {
        RunMaker.rectifier().set(Setting.RATE, "0.01").errors(0.02, 0.03).in(folder);
        RunMaker.rectifier().set(Setting.RATE, "0.1").errors(0.02, 0.04).in(folder);

        assertThat(line("table-1", "\"rectifier, without\",MNIST")).contains(",4.00 %,");
    }

    /** Twelve examples are wrong in one network only, ten of them without pre-training: exact McNemar p = 0.03857. */
    @Test
    void testsTheGainOfPretrainingAndSetsOnlyEquivalentPairsInBold() throws IOException {
        RunDirectory without = RunMaker.rectifier().errors(0.01, 0.010).in(folder);
        RunDirectory with = RunMaker.rectifier()
                .set("pretraining.type", "denoising-autoencoder")
                .errors(0.01, 0.002)
                .in(folder);
        RunMaker.predictions(without, 1000, row -> row < 10);
        RunMaker.predictions(with, 1000, row -> row == 20 || row == 21);

        assertThat(line("gains", "rectifier,MNIST"))
                .contains("+0.23,+0.80,", ",0.03857,")
                .contains("McNemar");
        assertThat(report().html()).doesNotContain("ours bold");

        RunMaker.predictions(with, 1000, row -> row >= 20 && row < 30);
        assertThat(Pattern.compile("ours bold").matcher(report().html()).results())
                .hasSize(2);
    }

    @Test
    void keepsMachinesPretrainedInAnotherWayOutOfTable1() throws IOException {
        RunMaker.rectifier()
                .set("dataset.type", "norb-rendered")
                .set("pretraining.type", "rectified-rbm")
                .errors(0.1, 0.2)
                .in(folder);

        assertThat(line("table-1", "\"rectifier, with pre-training\",NORB")).contains(",not run,");
        assertThat(line("nair-hinton", "\"rectified RBMs, pre-trained"))
                .endsWith(",below 16 %,20.00 % (rendered toys)");
    }

    @Test
    void makesNoTestOfNetworksOnDifferentData() throws IOException {
        RunMaker.rectifier().in(folder);
        RunMaker.rectifier()
                .set("pretraining.type", "denoising-autoencoder")
                .set("dataset.train-size", "10000")
                .in(folder);

        assertThat(line("gains", "rectifier,MNIST")).isEqualTo("rectifier,MNIST,+0.23,,,,");
    }

    @Test
    void namesRunsThatAreLeftOutAndWhy() throws IOException {
        RunMaker.rectifier().seed(1).in(folder);
        RunDirectory damaged = RunMaker.rectifier().seed(2).errors(0.5, 0.5).in(folder);
        RunMaker.write(damaged.result(), "{");
        RunMaker.rectifier().seed(3).unfinishedIn(folder);
        RunMaker.rectifier().seed(4).in(folder).writeResult(SampleRun.diverged());
        Files.createDirectories(folder.resolve("lost-20260301-101530-seed9"));

        FolderReport report = report();

        assertThat(report.leftOut())
                .hasSize(4)
                .anyMatch(left -> left.contains("seed2: result.json is damaged"))
                .anyMatch(left -> left.contains("seed3: unfinished"))
                .anyMatch(left -> left.contains("seed4: learning diverged"))
                .anyMatch(left -> left.contains("seed9: resolved.conf is missing"));
        assertThat(report.html()).contains("Left out", "-seed3</code>: unfinished", "1 run in 1 setting");
    }

    @Test
    void takesOfAStudyWhatItSelectedAndSaysWhichClaimsFail() throws IOException {
        Path study = Files.createDirectories(folder.resolve("table1-basic"));
        Path trials = Files.createDirectories(study.resolve("trials"));
        RunDirectory selected = RunMaker.rectifier().errors(0.02, 0.02).in(trials);
        RunMaker.rectifier().set(Setting.RATE, "0.01").errors(0.01, 0.001).in(trials);
        RunMaker.write(
                study.resolve("study.json"), """
                {"study": "table1", "level": "basic", "cells": [{"name": "a", "trials": ["%s"]}]}
                """.formatted(selected.path().getFileName()));
        RunMaker.write(study.resolve("claims.json"), """
                {"claims": [
                  {"name": "sparse", "says": "It is sparse", "item": "80", "verdict": "holds", "findings": []},
                  {"name": "best", "says": "The rectifier errs least", "item": "76", "verdict": "fails", "findings": [
                    {"claim": "error of a minus b is below 0", "verdict": "fails", "explanation": "it is above",
                     "count": 3, "unit": "seeds", "estimate": 0.004, "interval": [0.001, 0.007], "adjusted-p": 0.0123}]}]}
                """);

        String html = report().html();

        assertThat(html)
                .contains("Of 2 claims tested, 1 hold, 1 fail and 0 are undecided", "table1, level basic")
                .contains("estimate 0.004, 95 % interval 0.001 to 0.007, p = 0.0123, 3 seeds")
                .contains("2.00\u00a0%")
                .doesNotContain("0.10\u00a0%");
        assertThat(html.indexOf("The rectifier errs least")).isBetween(0, html.indexOf("It is sparse"));
        assertThat(line("claims", "The rectifier"))
                .startsWith("The rectifier errs least,76,\"table1, level basic\",fails,");
    }

    @Test
    void namesADamagedStudy() {
        RunMaker.rectifier().in(folder);
        RunMaker.write(folder.resolve("study.json"), "{\"cells\": [");

        assertThat(report().leftOut()).anyMatch(left -> left.endsWith("study.json is damaged: it is no JSON"));
    }

    @Test
    void drawsEveryFigureOfThePaperOrSaysWhatItNeeds() {
        RunMaker.rectifier().in(folder);
        String few = report().html();

        for (String figure : List.of("1-left", "1-right", "2-left", "2-right", "3-left", "3-right")) {
            assertThat(few).contains("<figure id=\"figure-" + figure + "\"");
        }
        assertThat(few).contains("at least 5 different coefficients", "at least 3 fractions");

        for (int step = 1; step <= 6; step++) {
            RunMaker.rectifier()
                    .set(Setting.PENALTY, "0.000" + step)
                    .sparsity(0.6 + 0.04 * step)
                    .in(folder);
        }
        for (String fraction : List.of("0.01", "0.1", "0.5")) {
            RunMaker.rectifier().set("fine-tuning.label-fraction", fraction).in(folder);
        }
        String many = report().html();

        assertThat(many)
                .contains("of 7 rectifier networks on mnist", "correlation of the penalty with sparsity is ")
                .contains("rectifier, not pre-trained: 2.00\u00a0% at training labels, % 1, ")
                .doesNotContain("at least 5 different", "at least 3 fractions");
    }

    @Test
    void showsWhatTheLayersPutOutWhereRunsRecordedIt() {
        RunMaker.rectifier().in(folder);
        assertThat(report().html()).doesNotContain("<svg class=\"histogram\"", "bar of their own");

        RunMaker.rectifier().set("network.hidden", "[1000]").withHistograms().in(folder);
        String html = report().html();

        assertThat(Pattern.compile("<svg class=\"histogram\"").matcher(html).results())
                .hasSize(3);
        assertThat(html).contains("<figure id=\"run-1-activations-3\">", "exactly 0: 92.00\u00a0%", "bar of their own");
    }

    @Test
    void escapesWhatFilesSay() {
        RunDirectory run = RunMaker.rectifier()
                .set("dataset.type", "\"" + ATTACK + "\"")
                .set("network.activation.type", "\"" + ATTACK + "\"")
                .set(Setting.RATE, "\"" + ATTACK + "\"")
                .in(folder);
        RunMaker.write(
                folder.resolve("study.json"),
                "{\"study\": \"%s\", \"cells\": [{\"trials\": [\"%s\"]}]}"
                        .formatted(ATTACK, run.path().getFileName()));
        RunMaker.write(
                folder.resolve("claims.json"),
                "{\"claims\": [{\"says\": \"%1$s\", \"item\": \"%1$s\", \"verdict\": \"%1$s\", \"findings\": [{\"claim\": \"%1$s\"}]}]}"
                        .formatted(ATTACK));

        assertThat(report().html()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void needsNothingFromOutside() throws IOException {
        RunDirectory run = RunMaker.rectifier().in(folder);
        ImageIO.write(
                new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB),
                "png",
                run.filters().toFile());

        assertThat(report().html())
                .contains("default-src 'none'", "src=\"data:image/png;base64,")
                .doesNotContain("http://", "https://", "<link", "<script", "url(", "@import")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void listsWhereThePaperIsAtOddsWithItself() {
        RunMaker.rectifier().in(folder);

        assertThat(Paper.inconsistencies()).hasSize(7);
        assertThat(report().html()).contains("58,428", "50.79", "networks of depth 3");
    }

    @Test
    void refusesWhatHoldsNoRuns() {
        assertThatThrownBy(this::report)
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("there are no runs in");
        RunDirectory run = RunMaker.rectifier().in(folder);
        assertThatThrownBy(() -> FolderReport.of(run.path(), RunMaker.functions()))
                .hasMessageContaining("is the folder of one run");
        assertThatThrownBy(() -> report().write(folder.resolve("nowhere").resolve("report.html")))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("a folder that exists");
    }

    @Test
    void writesEveryFigureThatIsDrawnAsAPictureOfItsOwn() throws Exception {
        for (int network = 1; network <= 6; network++) {
            RunMaker.rectifier()
                    .set("network.penalty.coefficient", "1e-" + network)
                    .errors(0.01 * network, 0.01 * network)
                    .in(folder);
        }

        report().write(folder.resolve("report.html"));

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        for (String figure : List.of("1-left", "1-right", "2-left", "2-right", "3-left")) {
            Element svg = factory.newDocumentBuilder()
                    .parse(folder.resolve("report-figure-" + figure + ".svg").toFile())
                    .getDocumentElement();
            assertThat(svg.getTagName()).isEqualTo("svg");
            assertThat(svg.getElementsByTagName("title").getLength()).isPositive();
        }
        assertThat(folder.resolve("report-figure-3-right.svg")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("report-figure-3-left.csv")))
                .hasSize(7)
                .startsWith("curve,\"sparsity, %\",\"Test error, %\"")
                .contains("one network,80.0,1.0");
    }
}
