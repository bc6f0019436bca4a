package org.rectify.dataset.nistp.source;

/** Strokes as lines of JSON. */
final class Documents {

    private Documents() {}

    /** Every class once, by each of so many writers: an L of a size that depends on the class. */
    static String strokes(int writers) {
        StringBuilder text = new StringBuilder();
        for (int writer = 0; writer < writers; writer++) {
            for (int i = 0; i < CharacterClasses.COUNT; i++) {
                int size = 100 + i;
                text.append("{\"c\": \"aga\", \"f\": \"x.dat\", \"w\": \"w")
                        .append(writer)
                        .append("\", \"l\": \"");
                text.append(CharacterClasses.character(i))
                        .append("\", \"s\": [[[0, ")
                        .append(size)
                        .append("], [0, 0], [");
                text.append(size / 2).append(", 0.0]]]}\n");
            }
        }
        return text.toString();
    }
}
