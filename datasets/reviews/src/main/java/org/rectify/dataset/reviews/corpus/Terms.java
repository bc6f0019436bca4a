package org.rectify.dataset.reviews.corpus;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/** All terms met so far, numbered from 0 in the order of their first occurrence; grows as texts are read. */
public final class Terms {

    private static final int FIRST_CAPACITY = 1 << 12;

    private final CharArrayMap<Integer> numbers = new CharArrayMap<>(FIRST_CAPACITY, false);
    private final List<String> names = new ArrayList<>();

    /** The number of a term. */
    public int number(String term) {
        return number(term.toCharArray(), term.length());
    }

    /** The number of the term that the first characters of an array are. */
    int number(char[] characters, int length) {
        @Nullable Integer known = numbers.get(characters, 0, length);
        if (known != null) {
            return known;
        }
        int number = names.size();
        String term = new String(characters, 0, length);
        numbers.put(term, number);
        names.add(term);
        return number;
    }

    /** The term of a number. */
    public String name(int number) {
        return names.get(number);
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }
}
