package org.rectify.engine.plugin;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.Describe;

/** Holds options to their contract: a record whose components all describe themselves. */
final class OptionsRecord {

    private OptionsRecord() {}

    /** What is wrong, as the end of a sentence; null where nothing is. */
    static @Nullable String objection(Class<?> options) {
        if (!options.isRecord()) {
            return "which is no record; write the options as a record";
        }
        for (RecordComponent component : options.getRecordComponents()) {
            if (!component.isAnnotationPresent(Describe.class)) {
                return "whose component '" + component.getName() + "' does not say what it is; annotate it with @"
                        + Describe.class.getSimpleName();
            }
        }
        return null;
    }
}
