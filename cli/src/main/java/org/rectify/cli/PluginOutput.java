package org.rectify.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.rectify.engine.guard.PluginText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what plugins and their libraries print, line by line, into the log: standard output is for results. */
final class PluginOutput extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(PluginOutput.class);
    private static final int MOST_BYTES = 8192;

    private final Supplier<Optional<String>> speaker;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * @param speaker the component that the calling thread is inside of, for people
     */
    PluginOutput(Supplier<Optional<String>> speaker) {
        this.speaker = speaker;
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
        }
        if (b == '\n' || line.size() >= MOST_BYTES) {
            flushLine();
        }
    }

    private void flushLine() {
        String text = PluginText.plain(line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
        LOG.info("{} prints: {}", speaker.get().orElse("a library"), text);
    }

    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            flushLine();
        }
    }
}
