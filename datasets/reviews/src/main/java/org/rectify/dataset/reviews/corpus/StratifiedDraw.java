package org.rectify.dataset.reviews.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectify.api.random.RandomStream;

/**
 * Some labelled reviews drawn out of many, each class in proportion (item 58).
 *
 * <p>A larger draw by the same stream contains every smaller one, and any first part of a draw is in proportion too.
 *
 * @param chosen classes mixed evenly
 * @param rest those not chosen, in their order
 */
public record StratifiedDraw(List<Review> chosen, List<Review> rest) {

    /**
     * Draws without replacement.
     *
     * @param reviews all with labels
     * @param size from 0 to their number
     */
    public static StratifiedDraw of(List<Review> reviews, int size, RandomStream random) {
        List<Place> places = places(reviews, random);
        Set<Integer> taken = new HashSet<>();
        List<Review> chosen = new ArrayList<>();
        for (Place place : places.subList(0, size)) {
            taken.add(place.index());
            chosen.add(reviews.get(place.index()));
        }
        List<Review> rest = IntStream.range(0, reviews.size())
                .filter(index -> !taken.contains(index))
                .mapToObj(reviews::get)
                .toList();
        return new StratifiedDraw(List.copyOf(chosen), rest);
    }

    /** Member k of the n of a class, in random order, comes at (k + 1/2) / n: a first part has its share of each class. */
    private static List<Place> places(List<Review> reviews, RandomStream random) {
        TreeMap<Label, List<Integer>> classes = new TreeMap<>();
        for (int index = 0; index < reviews.size(); index++) {
            Label label = Objects.requireNonNull(reviews.get(index).label());
            classes.computeIfAbsent(label, any -> new ArrayList<>()).add(index);
        }
        List<Place> places = new ArrayList<>();
        for (List<Integer> members : classes.values()) {
            int[] order = members.stream().mapToInt(Integer::intValue).toArray();
            random.shuffle(order);
            for (int k = 0; k < order.length; k++) {
                places.add(new Place((k + 0.5) / order.length, order[k]));
            }
        }
        places.sort(Comparator.comparingDouble(Place::share));
        return places;
    }

    private record Place(double share, int index) {}
}
