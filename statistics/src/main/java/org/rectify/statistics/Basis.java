package org.rectify.statistics;

/** What varies between the values that are compared. */
public enum Basis {
    /** Seeds or folds where there are two or more, else test examples. */
    AUTO("seeds, folds or examples"),
    /** The same arm with other seeds: Student's t over seeds. */
    SEEDS("seeds"),
    /** The same arm on other parts of the data: Student's t with Nadeau's and Bengio's correction. */
    FOLDS("folds"),
    /** Test examples: McNemar's test for a pair of networks, Student's t over examples of the mean loss of several. */
    EXAMPLES("examples");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
