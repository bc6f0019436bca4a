package org.rectify.api.error;

import org.jspecify.annotations.Nullable;

/**
 * An error whose message is written for the person who can mend it.
 *
 * @since 0.1
 */
public class RectifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Category category;

    /**
     * @param message what went wrong, where, and what would be accepted; a sentence for the user
     */
    public RectifyException(Category category, String message) {
        this(category, message, null);
    }

    /**
     * @param message what went wrong, where, and what would be accepted; a sentence for the user
     * @param cause what it came from, kept for the log
     */
    public RectifyException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    /** Who can mend this error. */
    public final Category category() {
        return category;
    }

    /** The message; never null. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
