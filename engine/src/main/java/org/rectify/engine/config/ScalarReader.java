package org.rectify.engine.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.Interval;

/**
 * Reads single values strictly: a text is never a number, and {@code yes} is not {@code true}. One thing is taken as it
 * is written: a number where a text is wanted, because a name may consist of digits.
 */
final class ScalarReader {

    private static final double LONG_END = 0x1p63;

    /** A value that is not accepted, and why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String help;

        Refused(String fault) {
            this(fault, "");
        }

        Refused(String fault, String help) {
            super(fault);
            this.help = help;
        }

        String fault() {
            return String.valueOf(getMessage());
        }

        String help() {
            return help;
        }
    }

    private ScalarReader() {}

    /**
     * Reads a value.
     *
     * @param type boxed
     * @param range an interval, or empty
     */
    static Object read(Class<?> type, String range, ConfigValue value) throws Refused {
        if (type == Boolean.class) {
            return requireKind(value, ConfigValueType.BOOLEAN, type, range).unwrapped();
        }
        if (type == Integer.class || type == Long.class) {
            return whole(type, range, value);
        }
        if (type == Double.class) {
            return real(range, value);
        }
        if (type.isEnum()) {
            return constant(type, value);
        }
        String text = text(type, value);
        return type == Path.class ? path(text) : text;
    }

    private static Object whole(Class<?> type, String range, ConfigValue value) throws Refused {
        Number number =
                (Number) requireKind(value, ConfigValueType.NUMBER, type, range).unwrapped();
        double wide = number.doubleValue();
        if (number instanceof Double && (wide != Math.rint(wide) || Double.isInfinite(wide))) {
            throw new Refused("must be " + OptionTypes.accepted(type, range));
        }
        boolean isInt = type == Integer.class;
        boolean fits = isInt ? wide == (int) wide : wide >= -LONG_END && wide < LONG_END;
        if (!fits) {
            throw new Refused("must be " + OptionTypes.accepted(type, range) + "; this is larger than "
                    + (isInt ? "an int holds (2147483647)" : "a long holds (9223372036854775807)"));
        }
        requireWithin(range, wide, type);
        return isInt ? (Object) number.intValue() : (Object) number.longValue();
    }

    private static Object real(String range, ConfigValue value) throws Refused {
        Number number = (Number)
                requireKind(value, ConfigValueType.NUMBER, Double.class, range).unwrapped();
        double real = number.doubleValue();
        if (!Double.isFinite(real)) {
            throw new Refused("must be finite: " + OptionTypes.accepted(Double.class, range));
        }
        requireWithin(range, real, Double.class);
        return real;
    }

    private static void requireWithin(String range, double number, Class<?> type) throws Refused {
        if (!range.isEmpty() && !Interval.parse(range).contains(number)) {
            throw new Refused("must be " + OptionTypes.accepted(type, range));
        }
    }

    private static ConfigValue requireKind(ConfigValue value, ConfigValueType wanted, Class<?> type, String range)
            throws Refused {
        if (value.valueType() == wanted) {
            return value;
        }
        String fault = "must be " + OptionTypes.accepted(type, range);
        if (value.valueType() == ConfigValueType.STRING) {
            fault += hint(String.valueOf(value.unwrapped()), wanted);
        }
        throw new Refused(fault);
    }

    private static String hint(String text, ConfigValueType wanted) {
        if (wanted == ConfigValueType.NUMBER
                && text.length() < 1000
                && text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            return text.length() > 18 ? "; this has too many digits, or stands in quotes" : "; write it without quotes";
        }
        if (wanted == ConfigValueType.BOOLEAN && text.matches("true|false")) {
            return "; write it without quotes";
        }
        return "";
    }

    private static Object constant(Class<?> type, ConfigValue value) throws Refused {
        List<String> names = OptionTypes.constants(type);
        String written = value.valueType() == ConfigValueType.STRING ? String.valueOf(value.unwrapped()) : "";
        int index = names.indexOf(written);
        if (index < 0) {
            throw new Refused("not one of the choices", Suggestions.help(written, names));
        }
        return type.getEnumConstants()[index];
    }

    private static String text(Class<?> type, ConfigValue value) throws Refused {
        return switch (value.valueType()) {
            case STRING -> String.valueOf(value.unwrapped());
            case NUMBER -> asWritten(value);
            default ->
                throw new Refused("must be " + OptionTypes.accepted(type, "")
                        + (value.valueType() == ConfigValueType.BOOLEAN ? "; write it in quotes" : ""));
        };
    }

    private static Path path(String text) throws Refused {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Refused("must be a path: " + Sources.printable(String.valueOf(e.getMessage())));
        }
    }

    private static String asWritten(ConfigValue number) {
        return number.atKey("number").getString("number");
    }

    /** A value as it is shown in a problem. */
    static String shown(ConfigValue value) {
        String text = Sources.printable(
                value.valueType() == ConfigValueType.NUMBER
                        ? asWritten(value)
                        : value.render(ConfigRenderOptions.concise()));
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }
}
