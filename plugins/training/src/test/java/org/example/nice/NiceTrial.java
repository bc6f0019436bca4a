package org.example.nice;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialHandle;

/** A trial, and the process that runs it once its turn has come. */
final class NiceTrial implements TrialHandle, Runnable {

    private static final int DIVERGED = 5;

    private final Trial trial;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private Process process;

    NiceTrial(Trial trial) {
        this.trial = trial;
    }

    @Override
    public CompletionStage<Void> completion() {
        return completion;
    }

    @Override
    public synchronized void cancel() {
        if (process == null) {
            completion.completeExceptionally(new CancellationException("given up before it began"));
        } else {
            process.destroy();
        }
    }

    @Override
    public void run() {
        try {
            Path errors = trial.scratch("errors.txt");
            if (!start(errors)) {
                return;
            }
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(this::passOn);
            }
            int code = process.waitFor();
            if (code == 0 || code == DIVERGED) {
                completion.complete(null);
            } else {
                completion.completeExceptionally(new IllegalStateException(Files.readString(errors)));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            completion.completeExceptionally(e);
        }
    }

    private synchronized boolean start(Path errors) throws IOException {
        if (completion.isDone()) {
            return false;
        }
        Path spec = Files.writeString(trial.scratch("trial.json"), trial.json());
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(trial.command(spec, 0));
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return true;
    }

    private void passOn(String line) {
        if (line.startsWith("progress ")) {
            trial.progress(Double.parseDouble(line.substring("progress ".length())));
        } else {
            trial.log(line);
        }
    }
}
