package org.rectify.fetch;

/** Why one file of a data set was not fetched; its message may have several lines. */
final class FetchException extends Exception {

    private static final long serialVersionUID = 1L;

    FetchException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
