package org.rectify.statistics;

/** What the results say of a claim. */
public enum Verdict {
    /** They are significantly on the claim's side of its threshold. */
    HOLDS("holds"),
    /** They are significantly on the other side. */
    FAILS("fails"),
    /** They could be on either side, or there are too few to tell. */
    UNDECIDED("undecided");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
