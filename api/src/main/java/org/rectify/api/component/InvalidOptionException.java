package org.rectify.api.component;

import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** An option whose value cannot be accepted; the engine adds file and line. */
public final class InvalidOptionException extends RectifyException {

    private static final long serialVersionUID = 1L;

    private final String option;

    /**
     * @param option the key as written in experiment files, kebab-case
     * @param found the value that was given
     * @param accepted what would be accepted
     */
    public InvalidOptionException(String option, Object found, String accepted) {
        super(Category.USER, option + " = " + found + ": must be " + accepted);
        this.option = option;
    }

    /** The key as written in experiment files, kebab-case. */
    public String option() {
        return option;
    }
}
