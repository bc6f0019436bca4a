package org.rectify.plugin.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.schedule.Schedule;
import org.rectify.testkit.FixedStep;
import org.rectify.testkit.TestContext;

/** The factors of each schedule by worked numbers; an epoch has ten updates, and there are twenty. */
class SchedulesTest {

    private static final Schedule STEP = new StepDecay().create(new StepDecay.Options(3, 0.5), context());
    private static final Schedule EXPONENTIAL =
            new ExponentialDecay().create(new ExponentialDecay.Options(0.81), context());
    private static final Schedule INVERSE = new InverseDecay().create(new InverseDecay.Options(0.5), context());
    private static final Schedule COSINE = new CosineAnnealing().create(new CosineAnnealing.Options(0.2), context());

    static Stream<Schedule> schedules() {
        return Stream.of(STEP, EXPONENTIAL, INVERSE, COSINE);
    }

    @ParameterizedTest(name = "{0} updates")
    @CsvSource({"0, 1", "9, 1", "29, 1", "30, 0.5", "35, 0.5", "59, 0.5", "60, 0.25", "199, 0.015625"})
    void stepsFallByTheFactorAfterSoManyEpochs(long updates, double factor) {
        assertThat(STEP.factor(after(updates))).isEqualTo(factor);
    }

    @ParameterizedTest(name = "{0} updates")
    @CsvSource({"0, 1", "5, 0.9", "10, 0.81", "15, 0.729", "20, 0.6561"})
    void exponentialsFallByTheSameFactorInEveryEpoch(long updates, double factor) {
        assertThat(EXPONENTIAL.factor(after(updates))).isCloseTo(factor, within(1e-15));
    }

    @ParameterizedTest(name = "{0} updates")
    @CsvSource({"0, 1", "10, 0.6666666666666667", "20, 0.5", "60, 0.25", "180, 0.1"})
    void inverseOnesFallAsOneOverTime(long updates, double factor) {
        assertThat(INVERSE.factor(after(updates))).isCloseTo(factor, within(1e-15));
    }

    /** The cosines of 60, 90 and 120 degrees are 1/2, 0 and -1/2. */
    @ParameterizedTest(name = "{0} of 180 updates")
    @CsvSource({"0, 1", "60, 0.8", "90, 0.6", "120, 0.4", "180, 0.2"})
    void cosinesFallToTheirFinalPart(long updates, double factor) {
        assertThat(COSINE.factor(new FixedStep(updates, 1, 18, 10, 1))).isCloseTo(factor, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void noFactorRisesOrLeavesTheUnitInterval(Schedule schedule) {
        double last = 1;
        for (long updates = 0; updates <= 200; updates++) {
            double factor = schedule.factor(after(updates));
            assertThat(factor).isBetween(0.0, last);
            last = factor;
        }
    }

    @Test
    void whatFallsToNothingEndsThere() {
        Schedule cosine = new CosineAnnealing().create(new CosineAnnealing.Options(0), context());

        assertThat(cosine.factor(after(200))).isCloseTo(0, within(1e-15)).isNotNegative();
    }

    private static FixedStep after(long updates) {
        return new FixedStep(updates, (int) (updates / 10) + 1, 20, 10, 1);
    }

    private static TestContext context() {
        return TestContext.in(Path.of(""));
    }
}
