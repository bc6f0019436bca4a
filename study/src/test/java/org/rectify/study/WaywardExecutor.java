package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;

/** An executor that keeps to the contract but for one thing. */
final class WaywardExecutor implements TrialExecutorFactory<WaywardExecutor.Options> {

    /** What it does wrong. */
    enum Way {
        CAPACITY_ZERO,
        CAPACITY_THROWS,
        SUBMIT_THROWS,
        SUBMIT_OVERFLOWS,
        SUBMIT_NULL,
        COMPLETION_NULL,
        COMPLETION_THROWS,
        COMPLETES_WITHOUT_RUNNING,
        COMPLETES_WITH_AN_EMPTY_FOLDER,
        COMPLETES_WITH_ANOTHER_EXPERIMENT,
        COMPLETES_WITH_OTHER_PLUGINS,
        COMPLETES_WITHOUT_PROVENANCE,
        COMPLETES_WITH_HALF_A_RESULT,
        CANCELS_BY_ITSELF,
        NEVER_COMPLETES,
        CANCEL_THROWS_AND_NEVER_COMPLETES,
        PROGRESS_IS_NO_NUMBER,
        CLOSE_THROWS,
        CLOSE_NEVER_RETURNS
    }

    record Options(@Describe("What it does wrong.") Way way) {}

    @Override
    public String name() {
        return "wayward";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public TrialExecutor create(Options options, ComponentContext context) {
        return new Wayward(options.way());
    }

    private record Wayward(Way way) implements TrialExecutor {

        @Override
        public int capacity() {
            return switch (way) {
                case CAPACITY_ZERO -> 0;
                case CAPACITY_THROWS -> throw new IllegalStateException("there are no places");
                default -> 1;
            };
        }

        @Override
        @SuppressWarnings({"NullAway", "InfiniteRecursion"})
        public TrialHandle submit(Trial trial) {
            return switch (way) {
                case SUBMIT_THROWS -> throw new IllegalStateException("there is no queue");
                case SUBMIT_OVERFLOWS -> submit(trial);
                case SUBMIT_NULL -> null;
                default -> new Handle(way, trial, completion(trial));
            };
        }

        private @Nullable CompletionStage<Void> completion(Trial trial) {
            return switch (way) {
                case COMPLETION_NULL -> null;
                case NEVER_COMPLETES, CANCEL_THROWS_AND_NEVER_COMPLETES -> new CompletableFuture<>();
                case CANCELS_BY_ITSELF -> CompletableFuture.failedFuture(new CancellationException());
                case COMPLETES_WITHOUT_RUNNING, COMPLETION_THROWS -> CompletableFuture.completedFuture(null);
                default -> CompletableFuture.runAsync(() -> run(trial));
            };
        }

        private void run(Trial trial) {
            Path directory = trial.directory();
            try {
                if (way == Way.COMPLETES_WITH_AN_EMPTY_FOLDER) {
                    Files.createDirectory(directory);
                    return;
                }
                if (way == Way.PROGRESS_IS_NO_NUMBER) {
                    trial.progress(Double.NaN);
                    trial.progress(-1e300);
                }
                trial.runHere();
                switch (way) {
                    case COMPLETES_WITH_ANOTHER_EXPERIMENT ->
                        replace(directory.resolve("resolved.conf"), "epochs = 2", "epochs = 3");
                    case COMPLETES_WITH_OTHER_PLUGINS ->
                        replace(directory.resolve("provenance.json"), "\"sha256\" : \"00\"", "\"sha256\" : \"11\"");
                    case COMPLETES_WITHOUT_PROVENANCE -> Files.delete(directory.resolve("provenance.json"));
                    case COMPLETES_WITH_HALF_A_RESULT -> Files.writeString(directory.resolve("result.json"), "{");
                    default -> {}
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void replace(Path file, String text, String by) throws IOException {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new AssertionError(file + " lacks " + text + ": " + before);
            }
            Files.writeString(file, before.replace(text, by));
        }

        @Override
        public void close() {
            if (way == Way.CLOSE_THROWS) {
                throw new IllegalStateException("the queue is gone");
            }
            try {
                if (way == Way.CLOSE_NEVER_RETURNS) {
                    new CountDownLatch(1).await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Handle(Way way, Trial trial, @Nullable CompletionStage<Void> stage) implements TrialHandle {

        @Override
        @SuppressWarnings("NullAway")
        public CompletionStage<Void> completion() {
            if (way == Way.COMPLETION_THROWS) {
                throw new IllegalStateException("nothing completes here");
            }
            return stage;
        }

        @Override
        public void cancel() {
            if (way == Way.CANCEL_THROWS_AND_NEVER_COMPLETES) {
                throw new IllegalStateException("nothing is ever cancelled here");
            }
        }
    }
}
