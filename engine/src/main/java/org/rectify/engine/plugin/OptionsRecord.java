package org.rectify.engine.plugin;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Interval;
import org.rectify.api.component.PerLayer;
import org.rectify.engine.guard.PluginText;

/** Holds options to their contract: a record whose components all describe themselves. */
final class OptionsRecord {

    private OptionsRecord() {}

    /** What is wrong, as the end of a sentence; null where nothing is. */
    static @Nullable String objection(Class<?> options) {
        if (!options.isRecord()) {
            return "which is no record; write the options as a record";
        }
        return objection(options, Set.of());
    }

    private static @Nullable String objection(Class<?> options, Set<Class<?>> around) {
        Set<Class<?>> within = new HashSet<>(around);
        within.add(options);
        for (RecordComponent component : options.getRecordComponents()) {
            String whose = "whose component '" + component.getName() + "' ";
            Describe describe = component.getAnnotation(Describe.class);
            if (describe == null && around.isEmpty()) {
                return whose + "does not say what it is; annotate it with @" + Describe.class.getSimpleName();
            }
            if (describe != null && !describe.range().isEmpty() && !isInterval(describe.range())) {
                return whose + "has the range '" + PluginText.line(describe.range())
                        + "', which is no interval; write \"[0, 1]\", or \"(0, inf)\"";
            }
            Class<?> type = component.getType();
            if ((type == List.class || type == Optional.class || type == PerLayer.class)
                    && !(component.getGenericType() instanceof ParameterizedType)) {
                return whose + "is a " + type.getSimpleName() + " of nothing in particular; say of what";
            }
            if (type.isEnum()) {
                // Initialised now, where what its initialiser throws is told as the plugin's.
                Object[] unused = type.getEnumConstants();
            }
            if (within.contains(type)) {
                return whose + "holds a record that it is in";
            }
            String inner = type.isRecord() && type != PerLayer.class ? objection(type, within) : null;
            if (inner != null) {
                return whose + "is a " + type.getName() + ", " + inner;
            }
        }
        return null;
    }

    private static boolean isInterval(String range) {
        try {
            Interval.parse(range);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
