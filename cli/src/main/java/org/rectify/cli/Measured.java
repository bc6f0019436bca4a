package org.rectify.cli;

import org.rectify.api.facts.Unit;
import org.rectify.engine.analysis.Numerals;

/** Measured numbers as people read them; a dash for what was not measured. */
final class Measured {

    private static final String NONE = "-";

    private Measured() {}

    /** As its unit shows it: {@code "1.73 %"}. */
    static String of(Unit unit, double value) {
        return Double.isFinite(value) ? unit.show(value) : NONE;
    }

    /** With digits enough to tell it from another one, where it is measured on its own scale: {@code "0.06525 nats"}. */
    static String compared(Unit unit, double value) {
        boolean ownScale = unit.factor() == 1 && unit.decimals() > 0;
        if (!ownScale || !Double.isFinite(value)) {
            return of(unit, value);
        }
        return Numerals.number(value) + (unit.symbol().isEmpty() ? "" : " " + unit.symbol());
    }
}
