package org.rectify.engine.analysis;

/** Whether a statement of the paper is true of a network. */
public enum Outcome {
    /** The measured figures agree with it. */
    HOLDS("holds"),
    /** The measured figures contradict it. */
    DOES_NOT_HOLD("does not hold"),
    /** It is about networks of another kind, or its condition is not met. */
    DOES_NOT_APPLY("does not apply");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
