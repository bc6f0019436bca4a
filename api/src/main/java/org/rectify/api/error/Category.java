package org.rectify.api.error;

/**
 * Who can mend an error; decides the exit code of the command line.
 *
 * @since 0.1
 */
public enum Category {
    /** The user's input: an experiment file, an option, a path. */
    USER,
    /** Data that is missing, damaged or of another shape than declared. */
    DATA,
    /** A plugin that cannot be loaded or breaks its contract. */
    PLUGIN,
    /** Learning that left the finite numbers (item 21). */
    DIVERGED,
    /** Everything else: a defect of Rectify. */
    INTERNAL
}
