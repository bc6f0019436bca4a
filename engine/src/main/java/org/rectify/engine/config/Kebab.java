package org.rectify.engine.config;

import java.util.Locale;

/** Names of records and enums as experiment files write them. */
final class Kebab {

    private Kebab() {}

    /** {@code learningRate} as {@code learning-rate}. */
    static String ofCamelCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** {@code SECOND_HALF} as {@code second-half}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
