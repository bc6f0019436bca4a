package org.rectify.statistics;

/** What keeps a claim from being tested at all, as a sentence without its full stop. */
final class UntestableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntestableException(String message) {
        super(message);
    }
}
