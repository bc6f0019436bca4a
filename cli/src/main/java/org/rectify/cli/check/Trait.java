package org.rectify.cli.check;

/** What the author of a component tells its contract in a test, and a jar does not tell. */
enum Trait {
    SIXTY_UNITS("for layers of 60 units"),
    SIXTY_FOUR_UNITS("for layers of 64 units"),
    NOTHING_DRAWN("into which no chance enters"),
    DRAWN_TOGETHER("whose weights are not drawn one by one"),
    CHANGING_NOTHING("that changes nothing"),
    LEARNING_NOTHING("that learns nothing"),
    ALL_LAYERS_AT_ONCE("that learns all layers at once"),
    NOT_THE_BEST("that does not keep the best parameters"),
    LATER_OF_EQUALS("that keeps later ones of equally good parameters"),
    REGRESSION("for numbers to be told"),
    DEPENDENT_ON_ORDER("that depends on the order of examples"),
    DEPENDENT_ON_SEED("whose examples depend on the seed"),
    FREE_OF_THE_SCHEDULE("that does not obey the schedule in everything"),
    NEGATIVE_COST("whose cost may be negative");

    private final String text;

    Trait(String text) {
        this.text = text;
    }

    /** Completes "taken for one". */
    String text() {
        return text;
    }
}
