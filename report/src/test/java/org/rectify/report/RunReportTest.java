package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.testing.SampleRun;
import org.rectify.engine.training.EpochReport;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class RunReportTest {

    private static final String CONFIGURATION = """
            experiment { name = mnist-rectifier, seed = 7 }
            dataset { type = mnist }
            network {
              hidden = [1000, 1000, 1000]
              activation { type = rectifier }
              sign-mask = half
              initializer { type = normalized-uniform }
              penalty { type = l1-activation, coefficient = 0.001 }
            }
            """;
    private static final String ATTACK = "<script>alert('\"&')</script>";
    private static final Pattern SVG = Pattern.compile("<svg [^>]*viewBox.*?</svg>", Pattern.DOTALL);

    private final String page =
            RunReport.render(SampleRun.result(), SampleRun.provenance(), SampleRun.reports(40), CONFIGURATION);

    @Test
    void leavesAPageToLookAt() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "report")).resolve("report.html");
        Path diverged = file.resolveSibling("diverged.html");

        Files.writeString(file, page);
        Files.writeString(
                diverged,
                RunReport.render(SampleRun.diverged(), SampleRun.provenance(), SampleRun.reports(5), CONFIGURATION));

        assertThat(file).isNotEmptyFile();
        assertThat(diverged).isNotEmptyFile();
    }

    @Test
    void beginsWithTheKeyNumbers() {
        assertThat(page)
                .contains(
                        "<dt>Test error</dt><dd class=\"value\">2.00\u00a0%</dd><dd class=\"remark\">200 of 10,000</dd>")
                .contains(
                        "<dt>Sparsity</dt><dd class=\"value\">83.00\u00a0%</dd><dd class=\"remark\">92.0 / 83.0 / 74.0\u00a0%</dd>")
                .contains("<dt>Best epoch</dt><dd class=\"value\">39</dd><dd class=\"remark\">of 40</dd>")
                .contains("<dt>Speed</dt><dd class=\"value\">12,346</dd>");
    }

    @Test
    void needsNothingFromOutside() {
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "<link", "<script", "<img", "url(", "@import", " src=");
    }

    @Test
    void drawsEveryFigureAsWellFormedSvgWithTitleAndDescription() throws Exception {
        List<String> drawings = SVG.matcher(page)
                .results()
                .map(match -> match.group())
                .filter(svg -> svg.contains("role"))
                .filter(svg -> !svg.contains("class=\"bars\""))
                .toList();

        assertThat(drawings).hasSize(7);
        for (String drawing : drawings) {
            Element svg = parse(drawing);
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("at epoch 1,");
            assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
        }
    }

    @Test
    void keepsEveryPointInsideItsDrawing() throws Exception {
        Element errors =
                parse(SVG.matcher(page).results().findFirst().orElseThrow().group());
        NodeList points = errors.getElementsByTagName("circle");

        assertThat(points.getLength()).isEqualTo(2 * 40);
        for (int index = 0; index < points.getLength(); index++) {
            Element point = (Element) points.item(index);
            assertThat(Double.parseDouble(point.getAttribute("cx")))
                    .isBetween((double) Figure.LEFT, (double) Figure.RIGHT);
            assertThat(Double.parseDouble(point.getAttribute("cy")))
                    .isBetween((double) Figure.TOP, (double) Figure.BOTTOM);
        }
    }

    /** Of 10,000 outputs of the first layer 800 are not zero. */
    @Test
    void drawsExactZerosOfEachLayerInABarOfTheirOwn() throws Exception {
        List<Element> drawings = histograms(page);

        assertThat(drawings).hasSize(3);
        Element first = drawings.get(0);
        assertThat(first.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Layer 1: share of the outputs, %");
        assertThat(first.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith(
                        "9,200 of 10,000 outputs, 92.00\u00a0%, are exactly 0. The others lie between -7.313 and 8.006;");
        assertThat(bars(first, "zeros")).hasSize(1);
        assertThat(labels(first)).contains("exactly 0: 92.00\u00a0%");
        assertThat(bars(first, "bars").stream()
                        .mapToDouble(RunReportTest::percent)
                        .sum())
                .isCloseTo(8, within(0.2));
        assertThat(page).contains("<b>Figure 8.</b> Layer 1: 10,000 outputs for 100 validation examples.");
    }

    @Test
    void cutsTheBarOfZerosWhereTheOthersWouldNotBeSeenAndKeepsAllBarsInside() throws Exception {
        Element first = histograms(page).get(0);

        assertThat(first.getElementsByTagName("path").getLength()).isEqualTo(1);
        Element zeros = bars(first, "zeros").get(0);
        assertThat(number(zeros, "y")).isEqualTo(DrawnHistogram.TOP);
        List<Element> all = new ArrayList<>(bars(first, "bars"));
        all.add(zeros);
        for (Element bar : all) {
            assertThat(number(bar, "x")).isBetween((double) DrawnHistogram.LEFT, (double) DrawnHistogram.RIGHT);
            assertThat(number(bar, "x") + number(bar, "width")).isLessThanOrEqualTo(DrawnHistogram.RIGHT);
            assertThat(number(bar, "y")).isBetween((double) DrawnHistogram.TOP, (double) DrawnHistogram.BOTTOM);
            assertThat(number(bar, "y") + number(bar, "height")).isCloseTo(DrawnHistogram.BOTTOM, within(0.11));
        }
    }

    @Test
    void drawsLayersWithoutZerosWithNothingElseAndWithOneValue() throws Exception {
        List<Element> drawings = histograms(RunReport.render(
                with(
                        ActivationHistogram.of(-1, 0.5f, 1),
                        ActivationHistogram.of(0, 0),
                        ActivationHistogram.of(2, 2, 0)),
                SampleRun.provenance(),
                SampleRun.reports(2),
                CONFIGURATION));

        Element none = drawings.get(0);
        assertThat(labels(none)).contains("exactly 0: none");
        assertThat(bars(none, "zeros")).isEmpty();
        assertThat(bars(none, "bars")).hasSize(3);
        Element all = drawings.get(1);
        assertThat(labels(all)).contains("exactly 0: 100.00\u00a0%");
        assertThat(number(bars(all, "zeros").get(0), "y")).isEqualTo(DrawnHistogram.TOP);
        assertThat(all.getElementsByTagName("path").getLength()).isZero();
        assertThat(bars(all, "bars")).isEmpty();
        Element one = drawings.get(2);
        assertThat(bars(one, "bars")).hasSize(1);
        assertThat(number(bars(one, "bars").get(0), "width")).isPositive();
        assertThat(number(bars(one, "bars").get(0), "height"))
                .isCloseTo(2 * number(bars(one, "zeros").get(0), "height"), within(0.2));
    }

    @Test
    void tellsEveryCheckInATableAndMarksTheReturnedOne() {
        assertThat(page)
                .contains("All 41 checks")
                .contains("<tr class=\"marked\"><th scope=\"row\">39, returned</th><td>195,000</td>");
        assertThat(Pattern.compile("class=\"marked\"").matcher(page).results()).hasSize(1);
    }

    @Test
    void escapesWhatUsersAndPluginsSay() {
        RunResult result = new RunResult(
                ATTACK,
                1,
                new RunResult.DatasetSizes(ATTACK, 1, 1, 1),
                MetricDescriptions.unknown(List.of(ATTACK)),
                Optional.of(new RunResult.Best(1, Map.of(ATTACK, MetricValue.of(1)))),
                Map.of(ATTACK, MetricValue.of(1)),
                RunResult.Sparsity.unknown(),
                Optional.empty(),
                1,
                1,
                false);
        Provenance sample = SampleRun.provenance();
        Provenance provenance = new Provenance(
                sample.build(),
                sample.plugins(),
                new Provenance.Data(ATTACK, ATTACK, Map.of(ATTACK, ATTACK)),
                1,
                sample.computation(),
                sample.machine(),
                List.of(ATTACK),
                sample.started(),
                sample.ended());
        EpochReport report =
                new EpochReport(1, 10, 1, 0.5, Map.of(), Map.of(ATTACK, MetricValue.of(1)), List.of(), 100, true);

        assertThat(RunReport.render(result, provenance, List.of(report), ATTACK))
                .contains("&lt;script&gt;")
                .doesNotContain("<script")
                .doesNotContain("\"metric-<");
    }

    @Test
    void saysThatLearningDivergedAndShowsDashesForWhatIsUnknown() {
        String diverged = RunReport.render(SampleRun.diverged(), SampleRun.provenance(), List.of(), CONFIGURATION);

        assertThat(diverged)
                .contains("Learning diverged before any check")
                .contains("No epoch was trained.")
                .contains("<dt>Best epoch</dt><dd class=\"value\">\u2013</dd>")
                .doesNotContain("NaN");
    }

    @Test
    void drawsFractionsOfExamplesByThemselvesWhereNumbersAreTold() {
        RunResult sample = SampleRun.result();
        RunResult result = new RunResult(
                sample.experiment(),
                sample.seed(),
                sample.dataset(),
                new MetricDescriptions(
                        Map.of("off", new MetricDescription("out of tolerance", Unit.EXAMPLES, Direction.LOWER))),
                Optional.empty(),
                Map.of("off", MetricValue.of(0.25)),
                sample.sparsity(),
                sample.activations(),
                1,
                1,
                false);
        EpochReport report = new EpochReport(
                1, 10, 1, Double.NaN, Map.of(), Map.of("off", MetricValue.of(0.5)), List.of(), 100, true);

        assertThat(RunReport.render(result, SampleRun.provenance(), List.of(report), ""))
                .contains("<dt>Test out of tolerance</dt>", "2,500 of 10,000", "Validation out of tolerance, %")
                .doesNotContain("Error rate", "Training error");
    }

    @Test
    void showsMatricesAsTables() {
        RunResult sample = SampleRun.result();
        MetricMatrix matrix = new MetricMatrix(
                List.of("cat", ATTACK), List.of("cat", "dog"), List.of(List.of(1234.0, 0.5), List.of(2.0, 3.0)));
        RunResult result = new RunResult(
                sample.experiment(),
                sample.seed(),
                sample.dataset(),
                MetricDescriptions.unknown(List.of("confusion")),
                Optional.empty(),
                Map.of("confusion", new MetricValue(0.25, List.of(), Optional.of(matrix))),
                sample.sparsity(),
                sample.activations(),
                1,
                1,
                false);

        assertThat(RunReport.render(result, SampleRun.provenance(), List.of(), ""))
                .contains(
                        "The matrix of confusion on test examples.",
                        "<th scope=\"row\">cat</th><td>1,234</td><td>0.5000</td>")
                .doesNotContain("<script");
    }

    @Test
    void leavesGapsWhereValuesAreNotFinite() {
        List<EpochReport> reports =
                List.of(report(1, 0.5), report(2, Double.NaN), report(3, Double.POSITIVE_INFINITY), report(4, 0.25));

        String gaps = RunReport.render(SampleRun.diverged(), SampleRun.provenance(), reports, CONFIGURATION);

        assertThat(gaps).doesNotContain("NaN", "Infinity").containsPattern("M46\\.0 [0-9.]+h0M390\\.0 [0-9.]+h0\"");
    }

    @Test
    void countsUpdatesWhereAnEpochIsCheckedMoreThanOnce() {
        EpochReport first = new EpochReport(1, 100, 2, 0.5, Map.of(), Map.of(), List.of(), 10, false);
        EpochReport second = new EpochReport(1, 200, 1, 0.4, Map.of(), Map.of(), List.of(), 10, true);

        assertThat(RunReport.render(SampleRun.result(), SampleRun.provenance(), List.of(first, second), ""))
                .contains("training: 50.00\u00a0% at update 100, 40.00\u00a0% at update 200");
    }

    private static RunResult with(ActivationHistogram... layers) {
        RunResult sample = SampleRun.result();
        return new RunResult(
                sample.experiment(),
                sample.seed(),
                sample.dataset(),
                sample.metrics(),
                sample.best(),
                sample.test(),
                sample.sparsity(),
                Optional.of(new ActivationHistograms(1, List.of(layers))),
                sample.epochs(),
                sample.examplesPerSecond(),
                sample.diverged());
    }

    private static List<Element> histograms(String page) throws Exception {
        List<Element> drawings = new ArrayList<>();
        for (MatchResult match : SVG.matcher(page).results().toList()) {
            if (match.group().contains("class=\"bars\"")) {
                drawings.add(parse(match.group()));
            }
        }
        return drawings;
    }

    private static List<Element> bars(Element drawing, String group) {
        return elements(drawing, "rect")
                .filter(bar ->
                        ((Element) bar.getParentNode()).getAttribute("class").equals(group))
                .toList();
    }

    private static List<String> labels(Element drawing) {
        return elements(drawing, "text").map(Element::getTextContent).toList();
    }

    private static Stream<Element> elements(Element drawing, String name) {
        NodeList found = drawing.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }

    /** What "0.1 to 0.2: 1.52 %" says last. */
    private static double percent(Element bar) {
        return Double.parseDouble(bar.getTextContent().replaceAll(".*: |\u00a0%", ""));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static EpochReport report(int epoch, double cost) {
        return new EpochReport(epoch, epoch, cost, Double.NaN, Map.of(), Map.of(), List.of(), Double.NaN, false);
    }

    private static Element parse(String svg) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }
}
