package org.rectify.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rectify.engine.testing.SampleRun;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

class TrainingMonitorTest {

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final TrainingMonitor monitor = new TrainingMonitor(registry);
    private final List<EpochReport> reports = SampleRun.reports(3);

    @Test
    void showsTheFiguresOfTheLastReport() {
        reports.forEach(monitor::measured);

        EpochReport last = reports.get(3);
        assertThat(gauge("rectify.epoch")).isEqualTo(3);
        assertThat(gauge("rectify.updates")).isEqualTo(15_000);
        assertThat(gauge("rectify.train.cost")).isEqualTo(last.trainCost());
        assertThat(gauge("rectify.train.error.rate")).isEqualTo(last.trainErrorRate());
        assertThat(gauge("rectify.examples.per.second")).isEqualTo(last.examplesPerSecond());
        assertThat(gauge("rectify.validation", "metric", "error-rate"))
                .isEqualTo(SampleRun.validation(last, "error-rate").value());
        assertThat(gauge("rectify.validation.layer", "metric", "sparsity", "layer", "3"))
                .isEqualTo(SampleRun.validation(last, "sparsity").layers().get(2));
    }

    @Test
    void showsNoErrorRateWhereThereIsNone() {
        monitor.measured(reports.get(0));

        assertThat(registry.find("rectify.train.error.rate").gauges()).isEmpty();
    }

    @Test
    void showsEachLayer() {
        reports.forEach(monitor::measured);

        LayerReport second = reports.get(3).layers().get(1);
        assertThat(gauge("rectify.layer.sparsity", "layer", "2")).isEqualTo(second.sparsity());
        assertThat(gauge("rectify.layer.mean.absolute", "layer", "2")).isEqualTo(second.meanAbsolute());
        assertThat(gauge("rectify.layer.gradient.norm", "layer", "2")).isEqualTo(second.gradientNorm());
        assertThat(gauge("rectify.layer.dead.units", "layer", "2")).isEqualTo(second.deadUnits());
        assertThat(registry.find("rectify.layer.sparsity").gauges()).hasSize(3);
    }

    @Test
    void keepsTheEpochOfTheBestParameters() {
        monitor.measured(reports.get(2));
        monitor.measured(new EpochReport(
                3,
                15_000,
                1,
                1,
                Map.of(),
                reports.get(3).validation(),
                reports.get(3).layers(),
                1,
                false));

        assertThat(gauge("rectify.best.epoch")).isEqualTo(2);
        assertThat(gauge("rectify.epoch")).isEqualTo(3);
    }

    @Test
    void timesEpochsAndNotWhatCameBeforeThem() {
        clock.add(Duration.ofSeconds(100));
        monitor.trainingStarted(50_000, 60);
        monitor.measured(reports.get(0));
        clock.add(Duration.ofSeconds(4));
        monitor.measured(reports.get(1));
        clock.add(Duration.ofSeconds(6));
        monitor.measured(reports.get(2));

        Timer epochs = registry.get("rectify.epoch.duration").timer();
        assertThat(epochs.count()).isEqualTo(2);
        assertThat(epochs.totalTime(TimeUnit.SECONDS)).isEqualTo(10);
    }

    @Test
    void showsHowFarAnEpochIs() {
        monitor.trainingStarted(50_000, 60);
        monitor.examplesLearned(1, 20_000);

        assertThat(gauge("rectify.epoch.limit")).isEqualTo(60);
        assertThat(gauge("rectify.epoch.examples")).isEqualTo(50_000);
        assertThat(gauge("rectify.epoch.examples.learned")).isEqualTo(20_000);
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }
}
