package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.record.RunResult;

class ResultTextTest {

    private static final RunResult.DatasetSizes SIZES = new RunResult.DatasetSizes("mnist", 50_000, 10_000, 10_000);

    @Test
    void beginsWithTheTestErrorAndEndsWithTheRunDirectory() {
        MetricValue sparsity = new MetricValue(0.75, List.of(0.7, 0.8));
        RunResult result = new RunResult(
                "mnist",
                1,
                SIZES,
                Described.classification(),
                Optional.of(new RunResult.Best(41, Map.of("error-rate", MetricValue.of(0.0152)))),
                Map.of(
                        "error-rate",
                        MetricValue.of(0.0143),
                        "negative-log-likelihood",
                        MetricValue.of(0.05123),
                        "sparsity",
                        sparsity),
                new RunResult.Sparsity(sparsity.layers(), sparsity.value()),
                Optional.empty(),
                51,
                812.3,
                false);

        assertThat(ResultText.of(result, Path.of("runs/x")))
                .containsExactly(
                        "test error                     1.43 %",
                        "test negative log-likelihood   0.0512 nats",
                        "sparsity                       75.00 %  (by layer: 70.00 %, 80.00 %)",
                        "best epoch                     41 of 51  (validation error 1.52 %)",
                        "speed                          812 examples/s",
                        "run directory                  runs/x");
    }

    @Test
    void beginsWithTheHeadlineWhateverItIsAndTellsTheOthersInTheirUnits() {
        RunResult result = new RunResult(
                "reviews",
                1,
                SIZES,
                Described.regression(),
                Optional.of(new RunResult.Best(2, Map.of("rmse", MetricValue.of(0.5)))),
                Map.of("activity", new MetricValue(0.125, List.of(0.1, 0.15)), "rmse", MetricValue.of(0.75)),
                new RunResult.Sparsity(List.of(0.5), 0.5),
                Optional.empty(),
                3,
                Double.NaN,
                false);

        assertThat(ResultText.of(result, Path.of("runs/x")))
                .containsExactly(
                        "test RMSE                      0.7500 stars",
                        "test mean |h|                  0.1250  (by layer: 0.1000, 0.1500)",
                        "sparsity                       50.00 %  (by layer: 50.00 %)",
                        "best epoch                     2 of 3  (validation RMSE 0.5000 stars)",
                        "run directory                  runs/x");
    }

    @Test
    void saysOnlyWhatADivergedRunHas() {
        RunResult result = new RunResult(
                "mnist",
                1,
                SIZES,
                Described.classification(),
                Optional.empty(),
                Map.of(),
                RunResult.Sparsity.unknown(),
                Optional.empty(),
                1,
                Double.NaN,
                true);

        assertThat(ResultText.of(result, Path.of("runs/x"))).containsExactly("run directory                  runs/x");
    }
}
