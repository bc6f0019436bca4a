package org.rectify.api.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Data that is missing, damaged or of another shape than declared.
 *
 * @since 0.1
 */
public final class DataException extends RectifyException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, where it was looked for, and what mends it
     */
    public DataException(String message) {
        super(Category.DATA, message);
    }

    /**
     * @param message what is wrong, where it was looked for, and what mends it
     * @param cause what it came from, kept for the log
     */
    public DataException(String message, @Nullable Throwable cause) {
        super(Category.DATA, message, cause);
    }

    /**
     * Damage at a place in a file.
     *
     * @param offset of the first byte that is wrong, counted in the decompressed content
     */
    public static DataException at(Path file, long offset, String message) {
        return new DataException(file + ", byte " + offset + ": " + message);
    }

    /**
     * A mistake in a line of a text file.
     *
     * @param line from 1
     * @since 0.2
     */
    public static DataException atLine(Path file, long line, String message) {
        return new DataException(file + ", line " + line + ": " + message);
    }

    /**
     * A mistake in a column of a line of a table.
     *
     * @param line from 1
     * @param column its heading, or its number from 1
     * @since 0.2
     */
    public static DataException atLine(Path file, long line, String column, String message) {
        return new DataException(file + ", line " + line + ", column " + column + ": " + message);
    }
}
