package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.IdentityHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.schedule.Progress;
import org.rectify.api.schedule.Schedule;

/** Each check of the contract fails on a schedule that is wrong in just that. */
class ScheduleContractTest {

    @Test
    void aRateThatFallsBelowZeroIsFound() {
        assertFails(
                contract(progress -> 1 - 0.01 * progress.epochsDone())::factorsAreFiniteAndNotNegative,
                "factor at update");
    }

    @Test
    void aDivisionByTheEpochsButOneIsFound() {
        assertFails(
                contract(progress -> (progress.epoch() - 1.0) / (progress.epochs() - 1))
                        ::factorsAreFiniteAndNotNegative,
                "in epoch 1 of 1");
    }

    @Test
    void aFactorThatOverflowsIsFound() {
        assertFails(
                contract(progress -> Math.pow(1.1, progress.epochsDone()))::factorsAreFiniteAndNotNegative,
                "of 100000");
    }

    @Test
    void aRateThatFallsFromCallToCallIsFound() {
        Schedule wrong = new Schedule() {
            private double factor = 1;

            @Override
            public double factor(Progress progress) {
                factor *= 0.99;
                return factor;
            }
        };
        assertFails(contract(wrong)::theOrderOfQuestionsChangesNothing, "asked again");
    }

    @Test
    void aProgressThatIsKeptIsFound() {
        Map<Progress, Double> known = new IdentityHashMap<>();
        assertFails(
                contract(progress -> known.computeIfAbsent(progress, now -> 1 / (1 + now.epochsDone())))
                        ::theProgressIsReadAtEveryCall,
                "asked with the same object of progress");
    }

    private static ScheduleContract contract(Schedule wrong) {
        return new ScheduleContract() {
            @Override
            protected Schedule schedule() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
