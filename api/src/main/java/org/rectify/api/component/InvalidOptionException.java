package org.rectify.api.component;

import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/**
 * An option whose value cannot be accepted; the engine adds file and line.
 *
 * @since 0.1
 */
public final class InvalidOptionException extends RectifyException {

    private static final long serialVersionUID = 1L;

    private final String option;
    private final String found;
    private final String accepted;

    /**
     * @param option the key as written in experiment files, kebab-case
     * @param found the value that was given
     * @param accepted what would be accepted
     */
    public InvalidOptionException(String option, Object found, String accepted) {
        super(Category.USER, option + " = " + found + ": must be " + accepted);
        this.option = option;
        this.found = String.valueOf(found);
        this.accepted = accepted;
    }

    /** The key as written in experiment files, kebab-case. */
    public String option() {
        return option;
    }

    /** The value that was given. */
    public String found() {
        return found;
    }

    /** What would be accepted, completing "must be ...". */
    public String accepted() {
        return accepted;
    }
}
