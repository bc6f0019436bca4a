package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;
import org.rectify.testkit.TestTrial.Conduct;

/**
 * What every executor must satisfy; its author extends this class and makes the executor.
 *
 * <pre>{@code
 * class ThreadsTest extends TrialExecutorContract {
 *     @Override
 *     protected TrialExecutor executor() {
 *         return new Threads(2);
 *     }
 * }
 * }</pre>
 *
 * <p>Trials are {@linkplain TestTrial trials that train nothing}, on threads as well as in processes.
 *
 * @since 0.2
 */
public abstract class TrialExecutorContract {

    @TempDir
    Path folder;

    private final List<TestTrial> trials = new ArrayList<>();
    private final List<Started> started = new ArrayList<>();
    private TrialExecutor executor;

    /** A trial that the executor was given. */
    private record Started(TestTrial trial, TrialHandle handle, CompletableFuture<Void> completion) {}

    /** The executor under test, newly made; with few places, so that tests are quick. */
    protected abstract TrialExecutor executor();

    /** How long a trial may take to begin, to be noticed as done, or to be given up; a minute unless overridden. */
    protected Duration patience() {
        return Duration.ofMinutes(1);
    }

    @BeforeEach
    final void makeTheExecutor() {
        executor = executor();
    }

    @AfterEach
    final void giveUpWhatIsLeft() {
        trials.forEach(TestTrial::cancel);
        started.forEach(this::cancel);
        close();
    }

    @Test
    final void thereIsAPlace() {
        assertThat(executor.capacity()).as("capacity").isPositive();
    }

    @Test
    final void aTrialLeavesItsDirectoryAndIsHeardOf() {
        Started one = submit("one", Conduct.ENDS);

        requireDone(one);
        assertThat(one.trial().told()).as("progress passed on").contains(0.5);
        assertThat(one.trial().logged()).as("lines passed on").anyMatch(line -> line.contains("half of one is done"));
    }

    @Test
    final void moreTrialsThanPlacesAllRunAndNeverTooManyAtOnce() {
        int capacity = executor.capacity();
        List<Started> submitted = IntStream.rangeClosed(1, 2 * capacity + 1)
                .mapToObj(number -> submit("trial-" + number, Conduct.ENDS))
                .toList();

        submitted.forEach(this::requireDone);
        assertThat(submitted)
                .extracting(one -> one.trial().sideBySide())
                .as("trials that ran at a time, at a capacity of %d", capacity)
                .allMatch(number -> number <= capacity);
    }

    @Test
    final void aTrialThatFailsTellsWhyAndStopsNoOther() {
        Started failing = submit("failing", Conduct.FAILS);
        Started other = submit("other", Conduct.ENDS);

        Optional<Throwable> failure = end(failing);
        assertThat(failure).as("the failure of a trial that fails").isPresent();
        assertThat(failure.map(Throwable::getMessage).orElse(""))
                .as("message of the failure")
                .contains(TestTrial.FAILURE);
        requireDone(other);
    }

    @Test
    final void aTrialUnderWayCanBeGivenUp() {
        Started lasting = submit("lasting", Conduct.LASTS);
        awaitBegun(lasting);

        cancel(lasting);
        cancel(lasting);

        end(lasting);
        assertThat(lasting.trial().isDone())
                .as("a trial that was given up is done")
                .isFalse();
        requireDone(submit("next", Conduct.ENDS));
    }

    @Test
    final void aTrialThatWaitsCanBeGivenUpBeforeThoseItWaitsFor() {
        int capacity = executor.capacity();
        List<Started> before = IntStream.rangeClosed(1, capacity)
                .mapToObj(number -> submit("lasting-" + number, Conduct.LASTS))
                .toList();
        before.forEach(this::awaitBegun);
        Started waiting = submit("waiting", Conduct.LASTS);

        cancel(waiting);

        end(waiting);
        assertThat(before)
                .as("trials before one that was given up")
                .noneMatch(one -> one.completion().isDone());
    }

    @Test
    final void closingWaitsForTrialsUnderWay() {
        List<Started> submitted = List.of(submit("one", Conduct.ENDS), submit("two", Conduct.ENDS));

        close();

        assertThat(submitted)
                .as("trials once the executor is closed")
                .allMatch(one -> one.completion().isDone() && one.trial().isDone());
        close();
    }

    private Started submit(String name, Conduct conduct) {
        TestTrial trial = new TestTrial(name, conduct, folder);
        TrialHandle handle = submit(trial);
        assertThat(handle).as("handle of the trial '%s'", name).isNotNull();
        assertThat(handle.completion()).as("completion of the trial '%s'", name).isNotNull();
        CompletableFuture<Void> completion = new CompletableFuture<>();
        handle.completion().whenComplete((done, failure) -> {
            if (failure == null) {
                completion.complete(null);
            } else {
                completion.completeExceptionally(failure);
            }
        });
        Started one = new Started(trial, handle, completion);
        started.add(one);
        return one;
    }

    private TrialHandle submit(TestTrial trial) {
        trials.add(trial);
        return inTime(() -> executor.submit(trial), "submit() does not return; it must not wait for the trial");
    }

    private void close() {
        inTime(
                () -> {
                    executor.close();
                    return true;
                },
                "close() does not return, though no trial lasts");
    }

    private <T> T inTime(Supplier<T> call, String late) {
        try {
            return CompletableFuture.supplyAsync(call).get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(late, e);
        } catch (ExecutionException e) {
            throw new AssertionError("the executor throws " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void cancel(Started one) {
        one.trial().cancel();
        one.handle().cancel();
    }

    private void awaitBegun(Started one) {
        long end = System.nanoTime() + patience().toNanos();
        while (!one.trial().isBegun() && !one.completion().isDone() && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(one.trial().isBegun())
                .as(
                        "the trial '%s', for which there is a place, has begun",
                        one.trial().spec().name())
                .isTrue();
    }

    private void requireDone(Started one) {
        String name = one.trial().spec().name();
        assertThat(end(one)).as("failure of the trial '%s'", name).isEmpty();
        assertThat(one.trial().isDone())
                .as("the directory of the trial '%s' is whole", name)
                .isTrue();
    }

    /** Waits until a trial is over; why it failed. */
    private Optional<Throwable> end(Started one) {
        try {
            one.completion().get(patience().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (CancellationException e) {
            return Optional.of(e);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "the stage of the trial '" + one.trial().spec().name() + "' does not complete", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
