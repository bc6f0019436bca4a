package org.rectify.report;

/** Something with a caption among figures. */
sealed interface Drawing {

    /** Unique on the page. */
    String id();

    /** The number the page gives it. */
    String label();

    /** Curves or points. */
    record Curves(String label, Figure figure) implements Drawing {

        @Override
        public String id() {
            return figure.id();
        }
    }

    /** The active paths of a network. */
    record Paths(String id, String label, String caption, PathDiagram diagram) implements Drawing {}

    /**
     * A picture.
     *
     * @param alternative it in words
     * @param data a URI that holds it
     */
    record Picture(String id, String label, String caption, String alternative, String data) implements Drawing {}

    /** The place of a figure that the runs do not give, and what would. */
    record Missing(String id, String label, String reason) implements Drawing {}
}
