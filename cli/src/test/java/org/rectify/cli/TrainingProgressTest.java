package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

class TrainingProgressTest {

    private static final Map<String, MetricValue> VALIDATION =
            Map.of("error-rate", MetricValue.of(0.0173), "sparsity", new MetricValue(0.834, List.of(0.8, 0.868)));

    private static final EpochReport BEFORE_LEARNING =
            new EpochReport(0, 0, Double.NaN, Double.NaN, Map.of(), VALIDATION, List.of(), Double.NaN, false);

    private static final EpochReport THIRD = new EpochReport(
            3,
            1500,
            0.12345,
            0.02,
            Map.of(),
            VALIDATION,
            List.of(new LayerReport(0.8, 0.1, 1, 4), new LayerReport(0.9, 0.1, 1, 1)),
            812.4,
            true);

    @Test
    void givesEachEpochALineWhereNobodyWatches() {
        StringWriter err = new StringWriter();
        try (TrainingProgress progress =
                TrainingProgress.on(Terminals.NONE, Described.classification(), new PrintWriter(err))) {
            progress.trainingStarted(5000, 60);
            progress.measured(BEFORE_LEARNING);
            progress.examplesLearned(1, 10);
            progress.measured(THIRD);
        }

        assertThat(err.toString().lines())
                .containsExactly(
                        "epoch 0/60  validation error 1.73 %  sparsity 83.40 %",
                        "epoch 3/60  cost 0.1235  train error 2.00 %  validation error 1.73 %  sparsity 83.40 %"
                                + "  dead units 5  812 examples/s  best");
    }

    @Test
    void leavesOutMetricsThatAreNotMeasured() {
        EpochReport report = new EpochReport(1, 1, 0.5, 0.25, Map.of(), Map.of(), List.of(), 10, false);

        assertThat(new EpochLine(Described.classification()).whole(report, 1))
                .isEqualTo("epoch 1/1  cost 0.5000  train error 25.00 %  10 examples/s");
    }

    @Test
    void tellsTheHeadlineInItsUnitAndNoErrorWhereNumbersAreTold() {
        EpochReport report = new EpochReport(
                1,
                1,
                0.5,
                Double.NaN,
                Map.of(),
                Map.of("rmse", MetricValue.of(0.75), "activity", new MetricValue(0.125, List.of(0.1, 0.15))),
                List.of(),
                10,
                false);
        EpochLine line = new EpochLine(Described.regression());

        assertThat(line.whole(report, 1))
                .isEqualTo("epoch 1/1  cost 0.5000  validation RMSE 0.7500 stars  mean |h| 0.1250  10 examples/s");
        assertThat(line.brief(report)).isEqualTo("RMSE 0.7500 stars, mean |h| 0.1250");
    }

    @Test
    void fitsEpochErrorSparsityAndRemainingTimeInALineOfATerminal() {
        try (BarProgress bar = new BarProgress(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Described.classification())) {
            bar.trainingStarted(100, 4);
            bar.examplesLearned(2, 0);
            bar.measured(THIRD);

            String line = bar.line(100, 400, Duration.ofSeconds(50), 80);

            assertThat(line)
                    .startsWith("epoch 2/4 [===")
                    .endsWith("]  25 %  error 1.73 %, sparsity 83.40 %  2/s  2:30 left")
                    .hasSizeLessThan(80);
            assertThat(bar.line(100, 400, Duration.ofSeconds(50), 40)).doesNotContain("[");
            assertThat(bar.line(0, 400, Duration.ZERO, 80)).contains("0 %").doesNotContain("left");
            assertThat(bar.line(1, 400, Duration.ofSeconds(50), 80)).contains("5:32:30 left");
        }
    }

    @Test
    void drawsOnOneLineOfTheTerminalAndEndsItOnce() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        BarProgress bar =
                new BarProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8), Described.classification());
        bar.trainingStarted(100, 1);
        bar.examplesLearned(1, 100);
        bar.close();
        int length = terminal.size();
        bar.close();

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("\repoch 1/1")
                .endsWith(" left\n")
                .containsOnlyOnce("\n");
        assertThat(terminal.size()).isEqualTo(length);
    }
}
