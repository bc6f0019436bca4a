package org.rectify.statistics;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which examples of a test set a network classified correctly, in the order of the set. */
public final class Correctness {

    private final BitSet correct;
    private final int examples;

    private Correctness(BitSet correct, int examples) {
        this.correct = correct;
        this.examples = examples;
    }

    /**
     * The examples of which something is true.
     *
     * @param examples how many there are, at least 1
     * @param correct asked for each, from 0
     */
    public static Correctness of(int examples, IntPredicate correct) {
        if (examples < 1) {
            throw new IllegalArgumentException(examples + " examples: at least one is needed");
        }
        BitSet bits = new BitSet(examples);
        IntStream.range(0, examples).filter(correct).forEach(bits::set);
        return new Correctness(bits, examples);
    }

    /** How many examples there are. */
    public int examples() {
        return examples;
    }

    /** Whether an example was classified correctly; from 0. */
    public boolean isCorrect(int example) {
        return correct.get(example);
    }

    /** How many were classified wrongly. */
    public int errors() {
        return examples - correct.cardinality();
    }

    /** The errors as a share of the examples, with their interval. */
    public Proportion errorRate() {
        return new Proportion(errors(), examples);
    }

    /** How many of the examples that this classified wrongly another classified correctly. */
    int wrongOnlyHere(Correctness other) {
        BitSet bits = (BitSet) other.correct.clone();
        bits.andNot(correct);
        return bits.cardinality();
    }
}
