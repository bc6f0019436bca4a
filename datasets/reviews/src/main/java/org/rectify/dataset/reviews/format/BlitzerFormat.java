package org.rectify.dataset.reviews.format;

import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.rectify.dataset.reviews.corpus.Document;
import org.rectify.dataset.reviews.corpus.Label;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.Terms;

/**
 * Lines of {@code feature:count} pairs that end with {@code #label#:positive}, {@code #label#:negative} or
 * {@code #label#:} and stars: the processed reviews of Blitzer, Dredze and Pereira, 2007 (item 73).
 */
public final class BlitzerFormat implements ReviewFormat {

    private static final String LABEL = "#label#";

    private final StarScale scale;
    private final Terms terms;
    private final Document.Builder document = new Document.Builder();

    /**
     * @param terms takes in the features
     */
    public BlitzerFormat(StarScale scale, Terms terms) {
        this.scale = scale;
        this.terms = terms;
    }

    @Override
    public Review read(String line, Place place) {
        StringTokenizer tokens = new StringTokenizer(line, " \t");
        int features = 0;
        while (tokens.hasMoreTokens()) {
            String pair = tokens.nextToken();
            int colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw place.wrong(Place.quoted(pair) + " is not feature:count");
            }
            String feature = pair.substring(0, colon);
            String value = pair.substring(colon + 1);
            if (feature.equals(LABEL)) {
                return labelled(features, value, tokens, place);
            }
            document.add(terms.number(feature), Counts.parse(value, place));
            features++;
        }
        throw place.wrong("the line does not end with " + LABEL + ":positive, " + LABEL + ":negative or " + LABEL
                + ": and stars");
    }

    private Review labelled(int features, String value, StringTokenizer rest, Place place) {
        if (rest.hasMoreTokens()) {
            throw place.wrong("the line goes on behind its label");
        }
        if (features == 0) {
            throw place.wrong("a label without text");
        }
        return new Review(document.build(), label(value, place));
    }

    private @Nullable Label label(String value, Place place) {
        return switch (value) {
            case "negative" -> Label.NEGATIVE;
            case "positive" -> Label.POSITIVE;
            default -> scale.label(value, place);
        };
    }
}
