package org.rectify.engine.config;

/** How much an experiment may ask for before it is refused: experiment files are untrusted. */
final class Limits {

    /** Of the file and everything it includes. */
    static final int BYTES = 1 << 20;

    /** Files and presets included, counted each time. */
    static final int INCLUDED_FILES = 32;

    /** Files that include files. */
    static final int INCLUDE_DEPTH = 8;

    /** Objects in lists in objects, counted along one path; also after substitution. */
    static final int NESTING = 64;

    /** Names, numbers, quoted texts and signs, of all texts. */
    static final int WORDS = 50_000;

    /** Keys given values, of all texts. The HOCON library takes time quadratic in it. */
    static final int KEYS = 1_500;

    /** Parts of one value that stand beside each other; the HOCON library takes time quadratic in it. */
    static final int PARTS = 100;

    /** Characters of one name, number or quoted text. */
    static final int WORD_LENGTH = 10_000;

    /** Substitutions, of all texts. */
    static final int SUBSTITUTIONS = 1_000;

    /** Substitutions of which one value is merged; the HOCON library takes time at least quadratic in it. */
    static final int REFERENCES = 100;

    /** References of a value to itself, such as {@code +=} makes; each may double it. */
    static final int SELF_REFERENCES = 8;

    /** Problems that are printed; the rest is counted. */
    static final int PRINTED_PROBLEMS = 100;

    /** Characters when every substitution is written out. */
    static final long EXPANDED_CHARACTERS = 1_000_000;

    /** Of one study. */
    static final int TRIALS = 20_000;

    private Limits() {}
}
