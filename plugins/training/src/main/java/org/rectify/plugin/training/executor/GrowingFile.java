package org.rectify.plugin.training.executor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a file that a process is writing to; of a very long one, its beginning. */
final class GrowingFile implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 16;

    private final InputStream stream;
    private final Charset charset;
    private final Consumer<String> reader;
    private final byte[] buffer = new byte[MOST_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * @param file is there already
     * @param reader of each line
     */
    GrowingFile(Path file, Charset charset, Consumer<String> reader) throws IOException {
        this.stream = Files.newInputStream(file);
        this.charset = charset;
        this.reader = reader;
    }

    /** Hands over the lines that were completed since the last time. */
    void read() throws IOException {
        for (int length = stream.read(buffer); length > 0; length = stream.read(buffer)) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    endLine();
                } else if (line.size() < MOST_BYTES) {
                    line.write(buffer[i]);
                }
            }
        }
    }

    private void endLine() {
        reader.accept(line.toString(charset).stripTrailing());
        line.reset();
    }

    /** Hands over what is left, a last line without an end included. */
    @Override
    public void close() throws IOException {
        try (stream) {
            read();
            if (line.size() > 0) {
                endLine();
            }
        }
    }
}
