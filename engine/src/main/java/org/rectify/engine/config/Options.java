package org.rectify.engine.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectify.api.component.Describe;

/** Describes the options that a record binds. */
public final class Options {

    private Options() {}

    /** The options of a component or a section, in the order of the record; a section within gives its own options. */
    public static List<OptionDescription> describe(Class<? extends Record> options) {
        return describe(options, "").toList();
    }

    private static Stream<OptionDescription> describe(Class<? extends Record> options, String prefix) {
        return Arrays.stream(options.getRecordComponents()).flatMap(component -> {
            String key = prefix + Kebab.ofCamelCase(component.getName());
            Class<?> type = component.getType();
            return OptionTypes.isSection(type)
                    ? describe(type.asSubclass(Record.class), key + ".")
                    : Stream.of(describe(component, key));
        });
    }

    private static OptionDescription describe(RecordComponent component, String key) {
        String type = OptionTypes.label(component.getGenericType());
        Describe describe = component.getAnnotation(Describe.class);
        boolean optional = component.getType() == Optional.class;
        return describe == null
                ? new OptionDescription(key, type, "", !optional, "", "", "")
                : new OptionDescription(
                        key,
                        type,
                        describe.defaultsTo(),
                        !optional && describe.defaultsTo().isEmpty(),
                        describe.range(),
                        describe.value(),
                        describe.source());
    }
}
