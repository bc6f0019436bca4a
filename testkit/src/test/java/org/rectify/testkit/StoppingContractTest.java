package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;

/** Each check of the contract fails on a stopping rule that is wrong in just that. */
class StoppingContractTest {

    @Test
    @SuppressWarnings("NullAway")
    void aMeasurementThatIsNotJudgedIsFound() {
        assertFails(contract(() -> check -> null)::everyMeasurementIsJudged, "verdict on Check");
    }

    @Test
    void aNumberThatIsNoneAndKeptIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            boolean isBetter(Check.Measured measured, double than) {
                return !(measured.value() >= than);
            }
        };
        assertFails(contract(wrong)::whatIsNotANumberIsNeverKept, "where the error is not a number");
    }

    @Test
    void aRuleThatWaitsToKeepIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            public StoppingDecision observe(Check check) {
                StoppingDecision verdict = super.observe(check);
                return new StoppingDecision(verdict.keep() && check.epoch() > 0, false);
            }
        };
        assertFails(contract(wrong)::theFirstNumberIsKept, "kept at the first check");
    }

    @Test
    void aRuleThatKnowsOnlyErrorsIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            boolean isBetter(Check.Measured measured, double than) {
                return Double.isNaN(than) || measured.value() < than;
            }
        };
        assertFails(contract(wrong)::theBestIsKeptInTheMetricsDirection, "accuracy of the parameters kept last");
    }

    @Test
    void aRuleThatKeepsLaterEqualsIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            boolean isBetter(Check.Measured measured, double than) {
                return super.isBetter(measured, than) || measured.value() == than;
            }
        };
        assertFails(contract(wrong)::ofEqualsTheEarliestIsKept, "the check whose parameters are kept last");
    }

    @Test
    void aStateThatIsNotSavedIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            public Map<String, Double> state() {
                return Map.of();
            }

            @Override
            public void restore(Map<String, Double> state) {}
        };
        assertFails(contract(wrong)::aSavedStateGoesOnAlike, "by a watch restored after");
    }

    @Test
    void aStateThatLivesOnIsFound() {
        Stopping wrong = () -> new Lowest() {
            private final Map<String, Double> state = new HashMap<>();

            @Override
            public Map<String, Double> state() {
                return state;
            }

            @Override
            public StoppingDecision observe(Check check) {
                StoppingDecision verdict = super.observe(check);
                state.putAll(super.state());
                return verdict;
            }
        };
        assertFails(contract(wrong)::aSavedStateIsACopy, "a saved state after further checks");
    }

    @Test
    void aForeignStateThatIsTakenIsFound() {
        Stopping wrong = () -> new Lowest() {
            @Override
            public void restore(Map<String, Double> state) {}
        };
        assertFails(contract(wrong)::aForeignStateIsRefused, "of-another-rule");
    }

    @Test
    void watchesThatShareAMemoryAreFound() {
        StoppingWatch shared = new Lowest();
        assertFails(contract(() -> shared)::watchesKnowNothingOfEachOther, "beside another watch");
    }

    @Test
    void anIntervalOfNothingIsFound() {
        Stopping wrong = new Stopping() {
            @Override
            public StoppingWatch begin() {
                return new Lowest();
            }

            @Override
            public OptionalInt checkInterval() {
                return OptionalInt.of(0);
            }
        };
        assertFails(contract(wrong)::measurementsAreUpdatesApart, "updates between two checks");
    }

    private static StoppingContract contract(Stopping wrong) {
        return new StoppingContract() {
            @Override
            protected Stopping stopping() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
