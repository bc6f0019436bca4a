package org.rectify.dataset.reviews.format;

import java.nio.file.Path;
import org.rectify.api.error.DataException;

/**
 * A line of a file, for messages.
 *
 * @param line from 1
 */
public record Place(Path file, long line) {

    private static final int LONGEST_QUOTE = 40;

    /** An error at this place. */
    public DataException wrong(String message) {
        return DataException.atLine(file, line, message);
    }

    /**
     * An error in a column of this line.
     *
     * @param column from 1
     */
    DataException wrong(int column, String message) {
        return DataException.atLine(file, line, Integer.toString(column), message);
    }

    /** A text of the file as a message can show it: in quotes, its beginning, without control characters. */
    static String quoted(String text) {
        String shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
