package org.rectify.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The nearest of the names that would have been accepted. */
public final class Suggestions {

    private static final double SIMILAR = 0.87;

    private Suggestions() {}

    /** The most similar name, where one is similar enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> names) {
        String word = written.length() > 100 ? written.substring(0, 100) : written;
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        LevenshteinDistance distance = new LevenshteinDistance(2);
        return names.stream()
                .filter(name ->
                        similarity.apply(word, name) >= SIMILAR || name.length() > 3 && distance.apply(word, name) >= 0)
                .max(Comparator.comparingDouble(name -> similarity.apply(word, name)));
    }

    /** What is accepted, and the nearest name. */
    public static String help(String written, Collection<String> names) {
        String accepted = "accepted: " + String.join(", ", names);
        return nearest(written, names)
                .map(name -> accepted + "; did you mean '" + name + "'?")
                .orElse(accepted);
    }
}
