package org.rectify.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a stream from the network, and gives up when nothing comes for too long. */
final class Patience implements AutoCloseable {

    private final InputStream stream;
    private final Duration silence;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rectify-fetch-patience");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean exhausted;

    Patience(InputStream stream, Duration silence) {
        this.stream = stream;
        this.silence = silence;
    }

    /** Reads as {@link InputStream#read(byte[])} does. */
    int read(byte[] buffer) throws IOException {
        ScheduledFuture<?> alarm = clock.schedule(this::giveUp, silence.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int read = stream.read(buffer);
            requirePatience(null);
            return read;
        } catch (IOException e) {
            requirePatience(e);
            throw e instanceof TransferException ? e : new TransferException("it broke off: " + e.getMessage(), e);
        } finally {
            alarm.cancel(false);
        }
    }

    private void requirePatience(@Nullable IOException cause) throws IOException {
        if (exhausted) {
            throw new TransferException("it sent nothing for " + silence.toSeconds() + " seconds", cause);
        }
    }

    /** Closing the stream ends a read that waits. */
    private void giveUp() {
        exhausted = true;
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
