package org.rectify.dataset.reviews.format;

import java.util.List;
import java.util.StringTokenizer;
import org.rectify.dataset.reviews.corpus.Document;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.Terms;

/**
 * LibSVM lines: stars, then {@code index:count} pairs, indices from 1 and rising strictly, up to an optional {@code #};
 * and vectors of such pairs alone, whose labels stand elsewhere (section 11.4).
 *
 * <p>A line without pairs is a review none of whose terms is known.
 */
public final class LibSvmFormat implements ReviewFormat {

    private final StarScale scale;
    private final Terms terms;
    private final List<String> names;
    private final Document.Builder document = new Document.Builder();

    /**
     * @param terms takes in the terms
     * @param names of the indices from 1; empty: an index is its own name, and any number is accepted
     */
    public LibSvmFormat(StarScale scale, Terms terms, List<String> names) {
        this.scale = scale;
        this.terms = terms;
        this.names = List.copyOf(names);
    }

    @Override
    public Review read(String line, Place place) {
        StringTokenizer tokens = tokens(line);
        if (!tokens.hasMoreTokens()) {
            throw place.wrong("the line has no label");
        }
        String stars = tokens.nextToken();
        return new Review(pairs(tokens, place), scale.label(stars, place));
    }

    /** Reads a line of pairs alone, without label. */
    Review vector(String line, Place place) {
        return new Review(pairs(tokens(line), place), null);
    }

    /** A reader of lines of pairs alone. */
    public ReviewFormat vectors() {
        return this::vector;
    }

    private static StringTokenizer tokens(String line) {
        int comment = line.indexOf('#');
        return new StringTokenizer(comment < 0 ? line : line.substring(0, comment), " \t");
    }

    private Document pairs(StringTokenizer tokens, Place place) {
        int previous = 0;
        while (tokens.hasMoreTokens()) {
            String pair = tokens.nextToken();
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw place.wrong(Place.quoted(pair) + " is not index:count");
            }
            int index = index(pair.substring(0, colon), place);
            if (index <= previous) {
                throw place.wrong("index " + index + " after " + previous + "; indices must rise, from 1");
            }
            document.add(terms.number(name(index, place)), Counts.parse(pair.substring(colon + 1), place));
            previous = index;
        }
        return document.build();
    }

    private static int index(String text, Place place) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw place.wrong("index " + Place.quoted(text) + " is not a whole number");
        }
    }

    private String name(int index, Place place) {
        if (names.isEmpty()) {
            return String.valueOf(index);
        }
        if (index > names.size()) {
            throw place.wrong("index " + index + ", but only " + names.size() + " terms have a name");
        }
        return names.get(index - 1);
    }
}
