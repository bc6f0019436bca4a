package org.rectify.api.facts;

import java.util.Locale;

/**
 * The unit of a measured number, and how the number is shown.
 *
 * @param name as records name it: {@code "fraction"}, {@code "count"}, {@code "stars"}
 * @param symbol written behind a shown number, or empty
 * @param factor what a number is multiplied by before it is shown; above 0
 * @param decimals digits behind the point of a shown number, 0 to 15
 * @since 0.2
 */
public record Unit(String name, String symbol, double factor, int decimals) {

    /** A part of a whole, from 0 to 1, shown in percent. */
    public static final Unit FRACTION = new Unit("fraction", "%", 100, 2);

    /**
     * The part of a split's examples of which something is true, from 0 to 1, shown in percent. How far it can be trusted
     * follows from the number of examples.
     */
    public static final Unit EXAMPLES = new Unit("fraction of examples", "%", 100, 2);

    /** A whole number of things. */
    public static final Unit COUNT = new Unit("count", "", 1, 0);

    /** Natural units of information: costs of probabilities. */
    public static final Unit NATS = new Unit("nats", "nats", 1, 4);

    /** A number that has no unit. */
    public static final Unit NUMBER = new Unit("number", "", 1, 4);

    /** Refuses an empty name, a factor that is not positive and finite, and decimals out of range. */
    public Unit {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a unit needs a name");
        }
        if (!(factor > 0) || factor == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("unit " + name + ": factor " + factor + ", must be above 0 and finite");
        }
        if (decimals < 0 || decimals > 15) {
            throw new IllegalArgumentException("unit " + name + ": " + decimals + " decimals, must be 0 to 15");
        }
    }

    /** A unit that is written behind its numbers, which are shown with four decimals: {@code "stars"}. */
    public static Unit named(String name) {
        return new Unit(name, name, 1, 4);
    }

    /** The number as people read it, without its symbol; "n/a" for NaN. */
    public String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%." + decimals + "f", value * factor);
    }

    /** The number as people read it, with its symbol; "n/a" for NaN. */
    public String show(double value) {
        return Double.isNaN(value) || symbol.isEmpty() ? number(value) : number(value) + " " + symbol;
    }
}
