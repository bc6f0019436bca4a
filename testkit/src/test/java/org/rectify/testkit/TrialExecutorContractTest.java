package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;

/** Each check of the contract fails on an executor that is wrong in just that, and none on one that is right. */
class TrialExecutorContractTest {

    @TempDir
    private Path folder;

    /** What an executor does wrong. */
    private enum Fault {
        NO_PLACE,
        ONE_THREAD_TOO_MANY,
        SUBMIT_WAITS,
        GIVES_NO_HANDLE,
        NEVER_COMPLETES,
        COMPLETES_AT_ONCE,
        SWALLOWS_FAILURES,
        KEEPS_MESSAGES_BACK,
        LETS_NOBODY_LEAVE_THE_QUEUE,
        CLOSES_AT_ONCE
    }

    private record Threads(Optional<Fault> fault, ExecutorService pool) implements TrialExecutor {

        private static final int PLACES = 2;

        static Threads with(Optional<Fault> fault) {
            int more = fault.equals(Optional.of(Fault.ONE_THREAD_TOO_MANY)) ? 1 : 0;
            return new Threads(fault, Executors.newFixedThreadPool(PLACES + more));
        }

        private boolean is(Fault one) {
            return fault.equals(Optional.of(one));
        }

        @Override
        public int capacity() {
            return is(Fault.NO_PLACE) ? 0 : PLACES;
        }

        @Override
        @SuppressWarnings("NullAway")
        public TrialHandle submit(Trial trial) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            AtomicBoolean begun = new AtomicBoolean();
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> run(trial, begun, done), pool);
            if (is(Fault.SUBMIT_WAITS)) {
                work.join();
            }
            if (is(Fault.COMPLETES_AT_ONCE)) {
                done.complete(null);
            }
            return is(Fault.GIVES_NO_HANDLE) ? null : handle(begun, done);
        }

        private void run(Trial trial, AtomicBoolean begun, CompletableFuture<Void> done) {
            if (begun.getAndSet(true)) {
                return;
            }
            try {
                trial.runHere();
                if (!is(Fault.NEVER_COMPLETES)) {
                    done.complete(null);
                }
            } catch (RuntimeException e) {
                if (is(Fault.SWALLOWS_FAILURES)) {
                    done.complete(null);
                }
                done.completeExceptionally(
                        is(Fault.KEEPS_MESSAGES_BACK) ? new IllegalStateException("something went wrong") : e);
            }
        }

        private TrialHandle handle(AtomicBoolean begun, CompletableFuture<Void> done) {
            return new TrialHandle() {
                @Override
                public CompletionStage<Void> completion() {
                    return done;
                }

                @Override
                public void cancel() {
                    if (!is(Fault.LETS_NOBODY_LEAVE_THE_QUEUE) && !begun.getAndSet(true)) {
                        done.completeExceptionally(new CancellationException());
                    }
                }
            };
        }

        @Override
        public void close() {
            pool.shutdown();
            try {
                boolean unused = is(Fault.CLOSES_AT_ONCE) || pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Contract extends TrialExecutorContract {

        private final Optional<Fault> fault;

        Contract(Optional<Fault> fault, Path folder) {
            this.fault = fault;
            this.folder = folder;
        }

        @Override
        protected TrialExecutor executor() {
            return Threads.with(fault);
        }

        @Override
        protected Duration patience() {
            return fault.isPresent() ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
        }
    }

    @Test
    void anExecutorThatIsRightPassesEveryCheck() {
        for (Consumer<TrialExecutorContract> check : List.<Consumer<TrialExecutorContract>>of(
                TrialExecutorContract::thereIsAPlace,
                TrialExecutorContract::aTrialThatFailsTellsWhyAndStopsNoOther,
                TrialExecutorContract::aTrialThatWaitsCanBeGivenUpBeforeThoseItWaitsFor)) {
            Contract contract = new Contract(Optional.empty(), folder);
            contract.makeTheExecutor();
            try {
                assertThatCode(() -> check.accept(contract)).doesNotThrowAnyException();
            } finally {
                contract.giveUpWhatIsLeft();
            }
        }
    }

    @Test
    void anExecutorWithoutPlacesIsFound() {
        assertFails(Fault.NO_PLACE, TrialExecutorContract::thereIsAPlace, "capacity");
    }

    @Test
    void tooManyTrialsAtATimeAreFound() {
        assertFails(
                Fault.ONE_THREAD_TOO_MANY,
                TrialExecutorContract::moreTrialsThanPlacesAllRunAndNeverTooManyAtOnce,
                "trials that ran at a time, at a capacity of 2");
    }

    @Test
    void aSubmitThatWaitsIsFound() {
        assertFails(Fault.SUBMIT_WAITS, TrialExecutorContract::aTrialUnderWayCanBeGivenUp, "submit() does not return");
    }

    @Test
    void aHandleThatIsNullIsFound() {
        assertFails(
                Fault.GIVES_NO_HANDLE,
                TrialExecutorContract::aTrialLeavesItsDirectoryAndIsHeardOf,
                "handle of the trial 'one'");
    }

    @Test
    void aTrialThatIsLostIsFound() {
        assertFails(
                Fault.NEVER_COMPLETES,
                TrialExecutorContract::aTrialLeavesItsDirectoryAndIsHeardOf,
                "the stage of the trial 'one' does not complete");
    }

    @Test
    void aStageThatCompletesBeforeTheTrialIsFound() {
        assertFails(
                Fault.COMPLETES_AT_ONCE,
                TrialExecutorContract::aTrialLeavesItsDirectoryAndIsHeardOf,
                "the directory of the trial 'one' is whole");
    }

    @Test
    void aFailureThatIsSwallowedIsFound() {
        assertFails(
                Fault.SWALLOWS_FAILURES,
                TrialExecutorContract::aTrialThatFailsTellsWhyAndStopsNoOther,
                "the failure of a trial that fails");
    }

    @Test
    void aFailureWithoutItsMessageIsFound() {
        assertFails(
                Fault.KEEPS_MESSAGES_BACK,
                TrialExecutorContract::aTrialThatFailsTellsWhyAndStopsNoOther,
                "message of the failure");
    }

    @Test
    void aTrialThatCannotLeaveTheQueueIsFound() {
        assertFails(
                Fault.LETS_NOBODY_LEAVE_THE_QUEUE,
                TrialExecutorContract::aTrialThatWaitsCanBeGivenUpBeforeThoseItWaitsFor,
                "the stage of the trial 'waiting' does not complete");
    }

    @Test
    void aCloseThatDoesNotWaitIsFound() {
        assertFails(
                Fault.CLOSES_AT_ONCE,
                TrialExecutorContract::closingWaitsForTrialsUnderWay,
                "trials once the executor is closed");
    }

    private void assertFails(Fault fault, Consumer<TrialExecutorContract> check, String message) {
        Contract contract = new Contract(Optional.of(fault), folder);
        contract.makeTheExecutor();
        try {
            assertThatThrownBy(() -> check.accept(contract))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(message);
        } finally {
            contract.giveUpWhatIsLeft();
        }
    }
}
