package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.TrainingListener;

/** Runs trials as another process would, from their specification alone, with a registry of its own. */
final class ElsewhereExecutor implements TrialExecutorFactory<NoOptions> {

    @Override
    public String name() {
        return "elsewhere";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public TrialExecutor create(NoOptions options, ComponentContext context) {
        return new TrialExecutor() {
            @Override
            public int capacity() {
                return 2;
            }

            @Override
            public TrialHandle submit(Trial trial) {
                CompletableFuture<Void> done = CompletableFuture.runAsync(() -> run(trial, context.dataDirectory()));
                return new TrialHandle() {
                    @Override
                    public CompletionStage<Void> completion() {
                        return done;
                    }

                    @Override
                    public void cancel() {}
                };
            }

            @Override
            public void close() {}
        };
    }

    private static void run(Trial trial, Path dataDirectory) {
        try {
            Path spec = Files.writeString(trial.scratch("trial.json"), trial.json());
            PartialRun run = PartialRun.of(trial.directory());
            trial.log("half\nway\u001b[2J");
            trial.progress(0.5);
            SpecifiedTrial.bind(TrialSpecReader.read(spec), spec, SmallStudy.registry(), dataDirectory)
                    .run(
                            run.make(),
                            Optional.of(dataDirectory),
                            List.of("elsewhere"),
                            Pages.SAME,
                            new TrainingListener() {});
            run.publish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
