package org.rectify.engine.record;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writing files that are there as a whole or not at all, and saying what kept them from being written. */
public final class RunFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);

    private RunFiles() {}

    /** What fills a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; need not close the writer. */
        void writeTo(Writer writer) throws IOException;
    }

    /** What fills a file of bytes. */
    @FunctionalInterface
    interface Bytes {

        /** Writes all of them; need not close the stream. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /** Writes a file in UTF-8 under another name, then renames it in place of what was there. */
    public static void writeAtomically(Path file, Content content) {
        writeBytesAtomically(file, stream -> {
            try (Writer writer =
                    new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()))) {
                content.writeTo(writer);
            }
        });
    }

    /** Writes a file of bytes under another name, then renames it in place of what was there. */
    static void writeBytesAtomically(Path file, Bytes bytes) {
        // A name of its own: processes that share a study write the same tables at the same time.
        Path partial = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".partial");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(partial))) {
                bytes.writeTo(stream);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw cannotWrite(file, problem);
        } finally {
            remove(partial);
        }
    }

    /** What is left of a file that could not be written; that it cannot be removed either is no news. */
    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException unremovable) {
            LOG.debug("{} could not be removed", partial, unremovable);
        }
    }

    static RectifyException cannotWrite(Path file, IOException problem) {
        return new RectifyException(
                Category.USER,
                "cannot write " + file + ": " + reason(problem) + "; make room for it, or choose another output folder",
                problem);
    }

    /** Why, in words: the exceptions of java.nio have a message that is only a path. */
    static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof FileSystemException system && system.getReason() != null) {
            return String.valueOf(system.getReason());
        }
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : String.valueOf(problem.getMessage());
    }
}
