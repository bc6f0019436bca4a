package org.rectify.dataset.norb.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five kinds of toys, in the order of NORB's labels (item 51); the sixth label is for pictures without a toy. */
enum ToyCategory {
    ANIMAL,
    HUMAN,
    PLANE,
    TRUCK,
    CAR;

    /** The name of the sixth class. */
    static final String BLANK = "blank";

    /** Number of classes: the categories and blank. */
    static final int CLASSES = values().length + 1;

    private static final List<ToyCategory> ALL = List.of(values());

    /** All, in the order of labels. */
    static List<ToyCategory> all() {
        return ALL;
    }

    /** The category of a label below 5. */
    static ToyCategory of(int label) {
        return ALL.get(label);
    }

    /** The name as a class, and of its folder of models. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all six classes. */
    static List<String> labels() {
        String[] labels = new String[CLASSES];
        Arrays.fill(labels, BLANK);
        for (ToyCategory category : ALL) {
            labels[category.ordinal()] = category.label();
        }
        return List.of(labels);
    }
}
